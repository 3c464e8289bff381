import { useMemo } from 'preact/hooks';
import { AccountsView } from '@/components/options/accounts/AccountsView';
import { saveFile } from '@/utils/export/save-file';
import { accountDetails } from '@/utils/options/account-details';
import { type AppState, activeConnections } from '@/utils/state/app-state';
import { duplicateAccounts, eachEventOnce } from '@/utils/state/overlaps';
import { accountRows } from '@/utils/view/account/account-rows';
import { actOnAccount } from '@/utils/view/account/act-on-account';
import type { Confirm } from '@/utils/view/confirm';
import { copyText } from '@/utils/view/copy-text';
import { useNow } from '@/utils/view/use-now';
import { useHistory } from '@/utils/view/use-stored';

interface Props {
  appState: AppState;
  /** The key of the account to highlight. */
  account: string | undefined;
  confirm: Confirm;
  say: (text: string) => void;
}

/** All accounts and their history. */
export function Accounts({ appState, account, confirm, say }: Props) {
  const tick = useNow();
  // Memoized: with 10,000 accounts this is slow.
  const duplicates = useMemo(() => duplicateAccounts(appState), [appState]);
  const { rows, now } = useMemo(() => {
    const now = Math.max(tick, Date.now());
    return { now, rows: accountRows(appState, now) };
  }, [appState, tick]);
  const all = useHistory();
  const history = useMemo(() => all && eachEventOnce(all, duplicates), [all, duplicates]);
  // A notification may name a duplicate, which has no row.
  const selected = account && (duplicates.get(account)?.key ?? account);
  const isPaused = appState.connections.length > 0 && activeConnections(appState).length === 0;
  return (
    <AccountsView
      rows={rows}
      isPaused={isPaused}
      history={history}
      now={now}
      loadPictures={appState.settings.loadPictures}
      selected={accountDetails(selected, appState, rows, history ?? [])}
      onCopy={(text) => void copyText(text).then(say)}
      onAction={async (action, row) => say(await actOnAccount(row, action, confirm))}
      onSave={saveFile}
    />
  );
}
