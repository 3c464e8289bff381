import { i18n } from '#i18n';
import { HistoryStrip } from '@/components/account/HistoryStrip';
import { Fact } from '@/components/Fact';
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

/** An account's last days as bars, as a sentence, and as a list of spans, the latest first. */
export function PastDays({ days, dayStarts, inTrouble }: Props) {
  const text = pastText(days, inTrouble);
  const runs = runsOf(days).toReversed();
  return (
    <section class="past" aria-label={i18n.t('account.card.past')}>
      <h3>{i18n.t('account.card.past')}</h3>
      <HistoryStrip days={days} label={text} />
      <p aria-hidden="true">{text}</p>
      {runs.length > 1 && (
        <dl class="details">
          {runs.map(({ state, from, to }) => (
            <Fact key={from} name={daySpan(dayStarts[from] ?? 0, dayStarts[to - 1] ?? 0)}>
              {dayText(state)}
            </Fact>
          ))}
        </dl>
      )}
    </section>
  );
}
