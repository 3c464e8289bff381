import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { AccountTools } from '@/components/account/AccountTools';
import { IconButton } from '@/components/IconButton';
import { lazy } from '@/components/lazy';
import { AccountLists } from '@/components/popup/list/AccountLists';
import { ClientGroupList } from '@/components/popup/list/AccountSection';
import { moveThroughList } from '@/components/popup/list/keyboard';
import { Summary } from '@/components/popup/Summary';
import { useKeptFocus } from '@/components/popup/use-kept-focus';
import { Welcome } from '@/components/popup/Welcome';
import { Time } from '@/components/Time';
import { useConfirm } from '@/components/use-confirm';
import type { Fix } from '@/utils/popup/fix-problem';
import type { ConnectionAlert, PopupView } from '@/utils/popup/popup-view';
import { useCheckNow } from '@/utils/popup/use-check-now';
import { type PopupState, usePopup } from '@/utils/popup/use-popup';
import { withLazyChunk } from '@/utils/popup/with-lazy-chunk';
import { hashOf, type Route } from '@/utils/route';
import { type Filter, stillIn } from '@/utils/view/account/account-filter';
import type { AccountRow } from '@/utils/view/account/account-row';
import type { AccountAction } from '@/utils/view/account/act-on-account';
import { applyAppearance } from '@/utils/view/appearance';
import RefreshCw from '~icons/lucide/refresh-cw';
import SettingsIcon from '~icons/lucide/settings';

const Banners = lazy(async () => (await import('@/components/popup/Banners')).Banners);
const ClientDialog = lazy(
  async () => (await import('@/components/account/ClientDialog')).ClientDialog,
);
const Details = lazy(async () => (await import('./Details')).Details);

const open = (route: Route) => void withLazyChunk(({ openOptions }) => openOptions(route));

/** The toolbar popup. */
export function Popup() {
  const state = usePopup(prepare);
  return state ? <LoadedPopup {...state} /> : null;
}

/** Loads what would else appear after the rest, and push it down. */
async function prepare(view: PopupView | undefined): Promise<void> {
  await Promise.all([
    view?.groupByClient && ClientGroupList.load(),
    (!view || hasBanners(view)) && Banners.load(),
  ]);
}

function hasBanners({ storageProblem, alerts }: PopupView): boolean {
  return storageProblem !== undefined || alerts.length > 0;
}

function LoadedPopup({ view, now, daysOf, appState, history }: PopupState) {
  const [query, setQuery] = useState('');
  const [chosen, setFilter] = useState<Filter>({ by: 'all' });
  const filter = stillIn(view.filterChoices, chosen);
  const [groupsByClient, setGroupsByClient] = useState(view.groupByClient);
  const { message, setMessage, checkNow, busy } = useCheckNow(view);
  const [question, confirm] = useConfirm();
  const [detailed, setDetailed] = useState<string>();
  const [moving, setMoving] = useState<AccountRow>();
  const scroller = useRef<HTMLElement>(null);
  const root = useRef<HTMLDivElement>(null);
  useKeptFocus(root);
  useLayoutEffect(() => applyAppearance(view), [view.theme, view.density]);

  const act = async (action: AccountAction, row: AccountRow) => {
    if (action.kind === 'details') {
      setDetailed(row.key);
      return;
    }
    if (action.kind === 'move') {
      setMoving(row);
      return;
    }
    setMessage(await withLazyChunk(({ actOnAccount }) => actOnAccount(row, action, confirm)));
  };
  const move = async (row: AccountRow, client: string | null) => {
    const change = { kind: 'move', client } as const;
    setMessage(await withLazyChunk(({ actOnAccounts }) => actOnAccounts([row], change)));
  };
  const fixThenCheck = async (fix: Fix, alert: ConnectionAlert) => {
    const fixed = await withLazyChunk(({ fixProblem }) => fixProblem(fix, alert)).catch(
      () => false,
    );
    if (fixed) await checkNow(alert.connectionId);
  };
  const hasConnections = view.connections > 0;
  const canCheck = view.paused < view.connections;

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys are an extra way through the list's own buttons
    <div ref={root} class="popup" onKeyDown={moveThroughList}>
      <header>
        {hasConnections && (
          <>
            <Summary view={view} now={now} />
            <IconButton
              label={i18n.t('popup.checkNow')}
              aria-busy={busy}
              disabled={!canCheck}
              onClick={() => void checkNow()}
            >
              <RefreshCw />
            </IconButton>
          </>
        )}
        <IconButton label={i18n.t('popup.settings')} onClick={() => open({ view: 'connections' })}>
          <SettingsIcon />
        </IconButton>
      </header>
      <p class="result" role="status">
        {message}
      </p>
      {hasBanners(view) && (
        <Banners
          view={view}
          now={now}
          onFix={(fix, alert) => void fixThenCheck(fix, alert)}
          onCheck={() => void checkNow()}
          onOpen={open}
        />
      )}
      {view.rows.length > 0 && (
        <AccountTools
          choices={view.filterChoices}
          query={query}
          filter={filter}
          onQuery={setQuery}
          onFilter={setFilter}
        >
          <button
            type="button"
            class="button quiet"
            aria-pressed={groupsByClient}
            title={i18n.t('popup.groupByClient')}
            onClick={() => {
              setGroupsByClient(!groupsByClient);
              void withLazyChunk(({ send }) =>
                send('changeSettings', { groupByClient: !groupsByClient }),
              ).catch(() => setMessage(i18n.t('popup.result.lost')));
            }}
          >
            {i18n.t('popup.group.name')}
          </button>
        </AccountTools>
      )}
      <main ref={scroller} aria-busy={view.rowsToLoad !== undefined}>
        {!hasConnections && <Welcome onConnect={(add) => open({ view: 'connections', add })} />}
        {view.heading.kind === 'no-accounts' && <p class="empty">{i18n.t('popup.emptyHint')}</p>}
        <AccountLists
          view={view}
          query={query}
          filter={filter}
          groupsByClient={groupsByClient}
          daysOf={daysOf}
          now={now}
          scroller={scroller}
          onAction={act}
        />
      </main>
      {question}
      {detailed !== undefined && appState && history && (
        <Details
          account={detailed}
          rows={view.rows}
          appState={appState}
          history={history}
          now={now}
          say={setMessage}
          onClosed={() => setDetailed(undefined)}
        />
      )}
      {moving && (
        <ClientDialog
          rows={[moving]}
          clients={view.filterChoices.clients}
          onMove={(client) => void move(moving, client)}
          onClosed={() => setMoving(undefined)}
        />
      )}
      {hasConnections && (
        <footer>
          {view.nextCheckAt !== undefined && (
            <Time
              at={Math.max(view.nextCheckAt, now + 1)}
              now={now}
              inText={(time) => i18n.t('popup.nextCheck', [time])}
            />
          )}
          <a href={`/options.html${hashOf({ view: 'accounts' })}`} target="_blank" rel="noreferrer">
            {i18n.t('popup.allAccounts')}
          </a>
        </footer>
      )}
    </div>
  );
}
