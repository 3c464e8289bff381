import '@/components/account/details.css';
import { AccountCard } from '@/components/account/AccountCard';
import { DetailsDialog } from '@/components/popup/DetailsDialog';
import type { AccountEvent } from '@/utils/accounts/history/event';
import type { AppState } from '@/utils/state/app-state';
import { accountDetails } from '@/utils/view/account/account-details';
import type { AccountRow } from '@/utils/view/account/account-row';
import { copyText } from '@/utils/view/copy-text';
import { useAccountPasts } from '@/utils/view/use-account-pasts';

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
  const pasts = useAccountPasts(history, now);
  if (!details) return null;
  return (
    <DetailsDialog account={account} onClosed={onClosed}>
      <AccountCard
        details={details}
        days={pasts?.daysOf(details.row)}
        dayStarts={pasts?.dayStarts ?? []}
        now={now}
        onCopy={(text) => void copyText(text).then(say)}
      />
    </DetailsDialog>
  );
}
