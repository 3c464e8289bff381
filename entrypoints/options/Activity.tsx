import { useMemo } from 'preact/hooks';
import { ActivityView } from '@/components/options/activity/ActivityView';
import { useLostMessages } from '@/utils/options/chats/use-chats';
import type { AppState } from '@/utils/state/app-state';
import { duplicateAccounts, eachEventOnce } from '@/utils/state/overlaps';
import { accountRows } from '@/utils/view/account/account-rows';
import { useHistory } from '@/utils/view/use-stored';

/** Every change, by day. `now`: ms since the epoch. */
export function Activity({ appState, now }: { appState: AppState; now: number }) {
  const all = useHistory();
  const lost = useLostMessages();
  const history = useMemo(
    () => all && eachEventOnce(all, duplicateAccounts(appState)),
    [all, appState],
  );
  // An account's client doesn't depend on the time.
  const clients = useMemo(
    () => new Map(accountRows(appState, now).map(({ key, client }) => [key, client])),
    [appState],
  );
  return <ActivityView history={history} lost={lost} clients={clients} now={now} />;
}
