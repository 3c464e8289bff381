import { i18n } from '#i18n';
import { HistoryStrip } from '@/components/account/HistoryStrip';
import type { DayState } from '@/utils/accounts/history/condition-changes';
import { runsOf } from '@/utils/accounts/history/daily-status';
import { daySpan } from '@/utils/text/relative-time';
import { dayText, pastText } from '@/utils/view/account/past-text';

interface Props {
  /** Oldest first, with when each began (ms since the epoch). */
  days: readonly DayState[];
  dayStarts: readonly number[];
  inTrouble: boolean;
}

/** An account's last days as bars, as a sentence, and as a list of spans. */
export function PastDays({ days, dayStarts, inTrouble }: Props) {
  const text = pastText(days, inTrouble);
  const spans = spansOf(days, dayStarts);
  return (
    <section class="past" aria-label={i18n.t('account.card.past')}>
      <h3>{i18n.t('account.card.past')}</h3>
      <HistoryStrip days={days} label={text} />
      <p aria-hidden="true">{text}</p>
      {spans.length > 1 && (
        <dl class="details">
          {spans.map(({ state, from, to }) => (
            <div key={from}>
              <dt>{daySpan(from, to)}</dt>
              <dd>{dayText(state)}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

/** Runs of days in the same state, latest first, with their first and last day. */
function spansOf(days: readonly DayState[], dayStarts: readonly number[]) {
  let next = 0;
  const spans = runsOf(days).map((run) => {
    const from = dayStarts[next] ?? 0;
    next += run.days;
    return { state: run.state, from, to: dayStarts[next - 1] ?? from };
  });
  return spans.toReversed();
}
