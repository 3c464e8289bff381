import { useCallback, useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { ClientDialog } from '@/components/account/ClientDialog';
import { AccountsView } from '@/components/options/accounts/AccountsView';
import { saveFile } from '@/utils/export/save-file';
import { type AccountsRoute, routeWith, tableOptionsIn } from '@/utils/options/table-options';
import { hashOf } from '@/utils/route';
import { activeConnections } from '@/utils/state/app-state';
import { duplicateAccounts, eachEventOnce } from '@/utils/state/overlaps';
import { accountDetails } from '@/utils/view/account/account-details';
import { type Filter, filterChoices } from '@/utils/view/account/account-filter';
import type { AccountRow } from '@/utils/view/account/account-row';
import { accountRows } from '@/utils/view/account/account-rows';
import { actOnAccount, actOnAccounts } from '@/utils/view/account/act-on-account';
import { copyText } from '@/utils/view/copy-text';
import { useNow } from '@/utils/view/use-now';
import { useHistory } from '@/utils/view/use-stored';
import type { ViewProps } from './view-props';

interface Props extends ViewProps {
  route: AccountsRoute;
}

/** All accounts and their history. */
export function Accounts({ appState, route, go, confirm, say }: Props) {
  const { account } = route;
  const [moving, setMoving] = useState<readonly AccountRow[]>();
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
  const options = useMemo(() => tableOptionsIn(route), [route]);
  const close = useCallback(() => go(routeWith(options, undefined)), [go, options]);
  const isPaused = appState.connections.length > 0 && activeConnections(appState).length === 0;
  return (
    <>
      <AccountsView
        rows={rows}
        isPaused={isPaused}
        history={history}
        now={now}
        loadPictures={appState.settings.loadPictures}
        density={appState.settings.density}
        options={options}
        onOptions={(next) => go(routeWith(next, account), 'replace')}
        hrefOf={({ key }) => hashOf(routeWith(options, key))}
        selected={accountDetails(selected, appState, rows, history ?? [])}
        onClose={close}
        onCopy={(text) => void copyText(text).then(say)}
        onAction={async (action, row) => {
          if (action.kind === 'details') go(routeWith(options, row.key));
          else if (action.kind === 'move') setMoving([row]);
          else say(await actOnAccount(row, action, confirm));
        }}
        onReport={() => window.open(reportUrl(options.selection.filter), '_blank', 'noopener')}
        onMove={setMoving}
        onBulk={(action, chosen) => void actOnAccounts(chosen, action).then(say)}
        onSave={(file) => {
          saveFile(file);
          say(i18n.t('options.accounts.export.saved', [file.name]));
        }}
      />
      {moving && (
        <ClientDialog
          rows={moving}
          clients={filterChoices(rows).clients}
          onMove={(client) => void actOnAccounts(moving, { kind: 'move', client }).then(say)}
          onClosed={() => setMoving(undefined)}
        />
      )}
    </>
  );
}

/** The report on the client that the table is narrowed to, else on all. */
function reportUrl(filter: Filter): string {
  return filter.by === 'client'
    ? `/report.html?${new URLSearchParams({ client: filter.only })}`
    : '/report.html';
}
