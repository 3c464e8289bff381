import '@/components/account/details.css';
import { useMemo } from 'preact/hooks';
import { AccountCard } from '@/components/account/AccountCard';
import { DetailsDialog } from '@/components/popup/DetailsDialog';
import { lastDays } from '@/utils/accounts/history/daily-status';
import type { AccountEvent } from '@/utils/accounts/history/event';
import type { AppState } from '@/utils/state/app-state';
import { startOfDay } from '@/utils/text/relative-time';
import { accountDetails } from '@/utils/view/account/account-details';
import { daysOf, historyByAccountOf, tableDays } from '@/utils/view/account/account-past';
import type { AccountRow } from '@/utils/view/account/account-row';
import { copyText } from '@/utils/view/copy-text';

interface Props {
  /** The account's key. */
  account: string;
  rows: readonly AccountRow[];
  appState: AppState;
  /** Oldest first. */
  history: readonly AccountEvent[];
  now: number;
  say: (text: string) => void;
  onClosed: () => void;
}

/** One account's details over the popup. Loaded when they are first opened. */
export function Details({ account, rows, appState, history, now, say, onClosed }: Props) {
  const details = accountDetails(account, appState, rows, history);
  const today = startOfDay(now);
  const dayStarts = useMemo(() => lastDays(tableDays, today), [today]);
  if (!details) return null;
  const days = daysOf(details.row, historyByAccountOf(history), dayStarts, now);
  return (
    <DetailsDialog account={account} onClosed={onClosed}>
      <AccountCard
        details={details}
        days={days}
        dayStarts={dayStarts}
        now={now}
        onCopy={(text) => void copyText(text).then(say)}
      />
    </DetailsDialog>
  );
}
