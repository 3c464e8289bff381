import { useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { ClientSelect } from '@/components/account/ClientSelect';
import { EventList } from '@/components/account/EventList';
import { SearchField } from '@/components/account/SearchField';
import { MoreButton } from '@/components/MoreButton';
import { Select } from '@/components/Select';
import type { AccountEvent } from '@/utils/accounts/history/event';
import type { LostMessage } from '@/utils/state/chat/chat';
import { compareNames } from '@/utils/text/compare-names';
import { dayInWords } from '@/utils/text/relative-time';
import {
  type ActivityDay,
  type ActivityFilter,
  type ActivityKind,
  activityByDay,
  activityKinds,
  withOutages,
} from '@/utils/view/activity';
import { LostMessages } from './LostMessages';

interface Props {
  /** Oldest first; `undefined` until it is read. */
  history: readonly AccountEvent[] | undefined;
  /** Messages to chats that were given up, oldest first. */
  lost: readonly LostMessage[];
  /** The client of each account, by the account's key. */
  clients: ReadonlyMap<string, string>;
  now: number;
}

const kindTexts = {
  all: 'options.activity.kinds.all',
  trouble: 'options.activity.kinds.trouble',
  recovery: 'options.activity.kinds.recovery',
  other: 'options.activity.kinds.rest',
} as const satisfies Record<ActivityKind, string>;

/** Days shown first, and added on each request for more. */
const step = 14;

/** Every change of the last 90 days, by day. */
export function ActivityView({ history, lost, clients, now }: Props) {
  const [filter, setFilter] = useState<ActivityFilter>({ kind: 'all', query: '' });
  const [count, setCount] = useState(step);
  const activities = useMemo(() => withOutages(history ?? []), [history]);
  const days = useMemo(
    () => activityByDay(activities, lost, filter, (account) => clients.get(account)),
    [activities, lost, filter, clients],
  );
  const names = useMemo(() => [...new Set(clients.values())].sort(compareNames), [clients]);
  return (
    <>
      <h2>{i18n.t('options.views.activity')}</h2>
      {activities.length > 0 && (
        <div class="tools">
          <SearchField query={filter.query} onQuery={(query) => setFilter({ ...filter, query })} />
          {names.length > 1 && (
            <ClientSelect
              aria-label={i18n.t('options.accounts.client')}
              clients={names}
              chosen={filter.client}
              onChoose={(client) => setFilter({ ...filter, client })}
            />
          )}
          <Select
            aria-label={i18n.t('options.activity.kind')}
            value={filter.kind}
            choices={activityKinds.map((value) => ({ value, label: i18n.t(kindTexts[value]) }))}
            onChoose={(kind) => setFilter({ ...filter, kind })}
          />
        </div>
      )}
      {history && days.length === 0 && (
        <p class="hint">
          {history.length > 0
            ? i18n.t('options.accounts.noEventMatches')
            : i18n.t('options.accounts.noHistory')}
        </p>
      )}
      {days.slice(0, count).map((day) => (
        <Day key={day.start} day={day} now={now} />
      ))}
      {days.length > count && <MoreButton onClick={() => setCount(count + step)} />}
    </>
  );
}

function Day({ day, now }: { day: ActivityDay; now: number }) {
  const id = `day-${day.start}`;
  return (
    <section class="day" aria-labelledby={id}>
      <h3 id={id}>{dayInWords(day.start, now)}</h3>
      {day.lost.length > 0 && <LostMessages messages={day.lost} labelledBy={id} now={now} />}
      {day.activities.length > 0 && (
        <EventList activities={day.activities} labelledBy={id} now={now} />
      )}
    </section>
  );
}
