import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import { AccountsView } from '@/components/options/AccountsView';
import type { Watched } from '@/utils/monitor/watched';
import { accountDetails } from '@/utils/view/account-details';
import { accountRows } from '@/utils/view/account-rows';
import { type Ask, actOnAccount } from '@/utils/view/act-on-account';
import { saveFile } from '@/utils/view/save-file';
import { useNow } from '@/utils/view/use-now';
import { useHistory } from '@/utils/view/use-stored';

interface Props {
  watched: Watched;
  /** The key of the account to point out. */
  account: string | undefined;
  ask: Ask;
  say: (text: string) => void;
}

/** The view of every account and of what happened to them. */
export function Accounts({ watched, account, ask, say }: Props) {
  const tick = useNow();
  // Worked out anew for what is new alone: of 10,000 accounts it takes its time.
  const { rows, now } = useMemo(() => {
    const now = Math.max(tick, Date.now());
    return { now, rows: accountRows(watched, now) };
  }, [watched, tick]);
  const history = useHistory();
  const { connections } = watched;
  const isPaused =
    connections.length > 0 && connections.every(({ connection }) => connection.paused);
  return (
    <AccountsView
      rows={rows}
      isPaused={isPaused}
      history={history}
      now={now}
      loadPictures={watched.settings.loadPictures}
      selected={accountDetails(account, watched, rows, history ?? [])}
      onCopy={(text) => void copy(text).then(say)}
      onAction={async (action, row) => say(await actOnAccount(row, action, ask))}
      onSave={({ name, type, text }) => saveFile(name, type, text)}
    />
  );
}

function copy(text: string): Promise<string> {
  return navigator.clipboard.writeText(text).then(
    () => i18n.t('account.copied'),
    () => i18n.t('options.about.notCopied'),
  );
}
