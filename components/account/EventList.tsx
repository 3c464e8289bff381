import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { MoreButton } from '@/components/MoreButton';
import { separated } from '@/components/separated';
import { Time } from '@/components/Time';
import type { AccountEvent } from '@/utils/accounts/history/event';
import { platformName } from '@/utils/accounts/platform';
import { durationText } from '@/utils/text/relative-time';
import { minuteMs } from '@/utils/time';
import type { Activity } from '@/utils/view/activity';

const eventTexts = {
  working: 'options.accounts.event.works',
  expired: 'options.accounts.event.expired',
  revoked: 'options.accounts.event.revoked',
  unlisted: 'options.accounts.event.unlisted',
  'cannot-post': 'options.accounts.event.cannotPost',
  'posts-failing': 'options.accounts.event.postsFailing',
  'will-expire': 'options.accounts.event.willExpire',
  unknown: 'options.accounts.event.unknown',
  retired: 'options.accounts.event.retired',
  absent: 'options.accounts.event.removed',
} as const satisfies Record<AccountEvent['to'], string>;

interface Props {
  /** In the order in which they are shown. */
  activities: readonly Activity[];
  /** The id of the list's heading. */
  labelledBy: string;
  now: number;
}

/** How many events are shown first, and added on each request for more. */
const step = 100;

/** Changes of accounts, each recovery with how long the outage lasted. */
export function EventList({ activities, labelledBy, now }: Props) {
  const [count, setCount] = useState(step);
  return (
    <>
      <ol class="events" aria-labelledby={labelledBy}>
        {activities.slice(0, count).map(({ event, outageMs }) => (
          <li key={event.id}>
            <Time at={event.at} now={now} /> <span dir="auto">{eventText(event)}</span>
            <small>{separated([platformName(event.platform), outageText(outageMs)])}</small>
          </li>
        ))}
      </ol>
      {activities.length > count && <MoreButton onClick={() => setCount(count + step)} />}
    </>
  );
}

/** Less than a minute isn't worth saying. */
function outageText(outageMs: number | undefined): string | undefined {
  if (outageMs === undefined || outageMs < minuteMs) return undefined;
  return i18n.t('options.activity.lasted', [durationText(outageMs)]);
}

function eventText({ label: who, from, to }: AccountEvent): string {
  const isNew = from === 'absent' && to === 'working';
  return i18n.t(isNew ? 'options.accounts.event.added' : eventTexts[to], { who });
}
