import { useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { EventList } from '@/components/account/EventList';
import { SearchField } from '@/components/SearchField';
import type { AccountEvent } from '@/utils/accounts/history/event';
import { dayInWords } from '@/utils/text/relative-time';
import {
  type ActivityDay,
  type ActivityKind,
  activityByDay,
  activityKinds,
  withOutages,
} from '@/utils/view/activity';

interface Props {
  /** Oldest first; `undefined` until it is read. */
  history: readonly AccountEvent[] | undefined;
  now: number;
}

/** Days shown first, and added on each request for more. */
const step = 14;

/** Every change of the last 90 days, by day. */
export function ActivityView({ history, now }: Props) {
  const [query, setQuery] = useState('');
  const [kind, setKind] = useState<ActivityKind>('all');
  const [count, setCount] = useState(step);
  const activities = useMemo(() => withOutages(history ?? []), [history]);
  const days = useMemo(() => activityByDay(activities, kind, query), [activities, kind, query]);
  return (
    <>
      <h2>{i18n.t('options.views.activity')}</h2>
      {activities.length > 0 && (
        <div class="tools">
          <SearchField query={query} onQuery={setQuery} />
          <select
            aria-label={i18n.t('options.activity.kind')}
            value={kind}
            onChange={({ currentTarget: { value } }) =>
              setKind(activityKinds.find((one) => one === value) ?? 'all')
            }
          >
            {activityKinds.map((one) => (
              <option key={one} value={one}>
                {kindText(one)}
              </option>
            ))}
          </select>
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
      {days.length > count && (
        <div class="actions">
          <button type="button" class="button quiet" onClick={() => setCount(count + step)}>
            {i18n.t('options.accounts.moreEvents')}
          </button>
        </div>
      )}
    </>
  );
}

function Day({ day, now }: { day: ActivityDay; now: number }) {
  const id = `day-${day.start}`;
  return (
    <section class="day" aria-labelledby={id}>
      <h3 id={id}>{dayInWords(day.start, now)}</h3>
      <EventList activities={day.activities} labelledBy={id} now={now} />
    </section>
  );
}

function kindText(kind: ActivityKind): string {
  switch (kind) {
    case 'all':
      return i18n.t('options.activity.kinds.all');
    case 'trouble':
      return i18n.t('options.activity.kinds.trouble');
    case 'recovery':
      return i18n.t('options.activity.kinds.recovery');
    case 'other':
      return i18n.t('options.activity.kinds.rest');
  }
}
