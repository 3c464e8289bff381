import { useMemo } from 'preact/hooks';
import { ActivityView } from '@/components/options/activity/ActivityView';
import { lostMessagesItem } from '@/utils/state/chat/chat';
import { duplicateAccounts, eachEventOnce } from '@/utils/state/overlaps';
import { accountRows } from '@/utils/view/account/account-rows';
import { useHistory, useItem } from '@/utils/view/use-stored';
import type { ViewProps } from './view-props';

/** Every change, by day. `now`: ms since the epoch. */
export function Activity({ appState, now }: ViewProps) {
  const all = useHistory();
  const lost = useItem(lostMessagesItem) ?? lostMessagesItem.initial;
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
