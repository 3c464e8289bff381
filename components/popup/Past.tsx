import { useEffect, useState } from 'preact/hooks';
import { HistoryStrip } from '@/components/HistoryStrip';
import { whenIdle } from '@/components/when-idle';
import type { DayState } from '@/utils/accounts/history/daily-status';
import type { AccountRow } from '@/utils/view/account/account-row';
import { pastText } from '@/utils/view/account/past-text';

interface Props {
  row: AccountRow;
  /** The oldest first. */
  daysOf: (row: AccountRow) => readonly DayState[];
}

/**
 * The last days of an account in a row of the popup. A row shows them once the browser has nothing
 * else to do: while many rows go by, none of them is looked at for long enough to be read.
 */
export function Past({ row, daysOf }: Props) {
  const [isDue, setIsDue] = useState(false);
  useEffect(() => whenIdle(() => setIsDue(true)), []);
  if (!isDue) return null;
  const days = daysOf(row);
  return <HistoryStrip days={days} label={pastText(days, row.inTrouble)} />;
}
