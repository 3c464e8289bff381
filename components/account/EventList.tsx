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
  switch (to) {
    case 'working':
      return from === 'absent'
        ? i18n.t('options.accounts.event.added', { who })
        : i18n.t('options.accounts.event.works', { who });
    case 'expired':
      return i18n.t('options.accounts.event.expired', { who });
    case 'revoked':
      return i18n.t('options.accounts.event.revoked', { who });
    case 'unlisted':
      return i18n.t('options.accounts.event.unlisted', { who });
    case 'cannot-post':
      return i18n.t('options.accounts.event.cannotPost', { who });
    case 'posts-failing':
      return i18n.t('options.accounts.event.postsFailing', { who });
    case 'will-expire':
      return i18n.t('options.accounts.event.willExpire', { who });
    case 'unknown':
      return i18n.t('options.accounts.event.unknown', { who });
    case 'retired':
      return i18n.t('options.accounts.event.retired', { who });
    case 'absent':
      return i18n.t('options.accounts.event.removed', { who });
  }
}
