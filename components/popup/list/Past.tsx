import { useEffect, useState } from 'preact/hooks';
import { HistoryStrip } from '@/components/account/HistoryStrip';
import { whenIdle } from '@/components/when-idle';
import type { DayState } from '@/utils/accounts/history/condition-changes';
import type { AccountRow } from '@/utils/view/account/account-row';
import { pastText } from '@/utils/view/account/past-text';

interface Props {
  row: AccountRow;
  /** Oldest first. */
  daysOf: (row: AccountRow) => readonly DayState[];
}

/**
 * A row's last days. They are rendered when the browser is idle, because rows scroll past too fast
 * to be read.
 */
export function Past({ row, daysOf }: Props) {
  const [isDue, setIsDue] = useState(false);
  useEffect(() => whenIdle(() => setIsDue(true)), []);
  if (!isDue) return null;
  const days = daysOf(row);
  return <HistoryStrip days={days} label={pastText(days, row.inTrouble)} />;
}
