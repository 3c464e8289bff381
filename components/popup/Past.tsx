import { HistoryStrip } from '@/components/HistoryStrip';
import type { DayState } from '@/utils/accounts/days';
import { pastText } from '@/utils/view/past-text';

interface Props {
  /** The oldest first. */
  days: readonly DayState[];
  /** Whether the account is in trouble now. */
  inTrouble: boolean;
}

/** The last days of an account in a row of the popup. */
export function Past({ days, inTrouble }: Props) {
  return <HistoryStrip days={days} label={pastText(days, inTrouble)} />;
}
