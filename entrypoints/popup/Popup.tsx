import { useMemo, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { AccountTools } from '@/components/AccountTools';
import { AccountSection } from '@/components/popup/AccountSection';
import { AlertBanner, type Fix } from '@/components/popup/AlertBanner';
import { moveThroughList } from '@/components/popup/keyboard';
import { Summary } from '@/components/popup/Summary';
import { useKeptFocus } from '@/components/popup/use-kept-focus';
import { StorageBanner } from '@/components/StorageBanner';
import { Time } from '@/components/Time';
import { useQuestion } from '@/components/use-question';
import { type DayState, lastDays } from '@/utils/accounts/days';
import { hostAccess } from '@/utils/monitor/host-access';
import type { Watched } from '@/utils/monitor/watched';
import { openOptions } from '@/utils/open-options';
import { type Filter, matching } from '@/utils/view/account-filter';
import { chronicleOf, daysOf, popupDays } from '@/utils/view/account-past';
import type { AccountRow } from '@/utils/view/account-row';
import { type AccountAction, actOnAccount } from '@/utils/view/act-on-account';
import { type ConnectionAlert, popupView } from '@/utils/view/popup-view';
import { serviceNames } from '@/utils/view/service-names';
import { statusText } from '@/utils/view/status-text';
import { useCheckNow } from '@/utils/view/use-check-now';
import { useHistory } from '@/utils/view/use-history';
import { useNow, useWatched } from '@/utils/view/use-watched';
import RefreshCw from '~icons/lucide/refresh-cw';
import SettingsIcon from '~icons/lucide/settings';

/** The toolbar popup. */
export function Popup() {
  const watched = useWatched();
  return watched ? <LoadedPopup watched={watched} /> : null;
}

function LoadedPopup({ watched }: { watched: Watched }) {
  const tick = useNow();
  // Worked out anew for what is new alone: of 10,000 accounts it takes its time.
  const { view, now } = useMemo(() => {
    const now = Math.max(tick, Date.now());
    return { now, view: popupView(watched, now) };
  }, [watched, tick]);
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState<Filter>({ by: 'all' });
  const { message, setMessage, checkNow, busy } = useCheckNow(view);
  const [question, ask] = useQuestion();
  const scroller = useRef<HTMLElement>(null);
  const root = useRef<HTMLDivElement>(null);
  useKeptFocus(root);

  const shown = useMemo(
    () => view.rows.filter(matching(filter, query, statusText)),
    [view.rows, filter, query],
  );
  const section = {
    now,
    daysOf: usePast(now),
    scroller,
    loadPictures: watched.settings.loadPictures,
    onAction: async (action: AccountAction, row: AccountRow) => {
      setMessage(await actOnAccount(row, action, ask));
    },
  };
  const fixThenCheck = async (fix: Fix, alert: ConnectionAlert) => {
    const fixed = await mend(fix, alert).catch(() => false);
    if (fixed) await checkNow(alert.connectionId);
  };
  const attention = shown.filter((row) => row.needsAttention);
  const connected = shown.filter((row) => !row.inTrouble);
  const muted = shown.filter((row) => row.inTrouble && !row.needsAttention);
  const hasConnections = watched.connections.length > 0;
  const canCheck = view.paused < watched.connections.length;

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys are an extra way through the list's own buttons
    <div ref={root} class="popup" onKeyDown={moveThroughList}>
      <header>
        <Summary view={view} now={now} />
        <button
          type="button"
          class="icon-button"
          aria-label={i18n.t('popup.checkNow')}
          title={i18n.t('popup.checkNow')}
          aria-busy={busy}
          disabled={!canCheck}
          onClick={() => void checkNow()}
        >
          <RefreshCw aria-hidden="true" />
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label={i18n.t('popup.settings')}
          title={i18n.t('popup.settings')}
          onClick={() => void openOptions('#connections')}
        >
          <SettingsIcon aria-hidden="true" />
        </button>
      </header>
      <p class="result" role="status">
        {message}
      </p>
      {watched.storageProblem && (
        <StorageBanner
          problem={watched.storageProblem}
          onTryAgain={() => void checkNow()}
          onSee={() => void openOptions('#about')}
        />
      )}
      {view.alerts.map((alert) => (
        <AlertBanner
          key={alert.connectionId}
          alert={alert}
          now={now}
          onFix={(fix) => void fixThenCheck(fix, alert)}
        />
      ))}
      {view.rows.length > 0 && (
        <AccountTools
          rows={view.rows}
          query={query}
          filter={filter}
          onQuery={setQuery}
          onFilter={setFilter}
        />
      )}
      <main ref={scroller}>
        {!hasConnections && <Welcome />}
        {view.heading.kind === 'no-accounts' && <p class="empty">{i18n.t('popup.emptyHint')}</p>}
        {view.rows.length > 0 && shown.length === 0 && (
          <p class="empty">{i18n.t('popup.noMatch')}</p>
        )}
        {attention.length > 0 && (
          <AccountSection title={i18n.t('popup.needsAttention')} rows={attention} {...section} />
        )}
        {connected.length > 0 && (
          <AccountSection title={i18n.t('popup.connectedRegion')} rows={connected} {...section} />
        )}
        {muted.length > 0 && (
          <AccountSection title={i18n.t('popup.mutedRegion')} rows={muted} {...section} />
        )}
      </main>
      {question}
      {hasConnections && (
        <footer>
          {view.nextCheckAt !== undefined && (
            <span>
              {i18n.t('popup.nextCheck')} <Time at={Math.max(view.nextCheckAt, now)} now={now} />
            </span>
          )}
          <a href="/options.html#accounts" target="_blank" rel="noreferrer">
            {i18n.t('popup.allAccounts')}
          </a>
        </footer>
      )}
    </div>
  );
}

/** The last days of an account by its row; `undefined` until the history has been read. */
function usePast(now: number): ((row: AccountRow) => readonly DayState[]) | undefined {
  const history = useHistory();
  const chronicle = useMemo(() => history && chronicleOf(history), [history]);
  const dayStarts = lastDays(popupDays, now);
  return chronicle && ((row) => daysOf(row, chronicle, dayStarts, now));
}

function Welcome() {
  return (
    <div class="empty">
      <p>{i18n.t('popup.welcome', [serviceNames('and')])}</p>
      <button type="button" class="button" onClick={() => void openOptions('#connections')}>
        {i18n.t('popup.addKey')}
      </button>
    </div>
  );
}

/** @returns whether a check may go better now */
async function mend(fix: Fix, { connectionId, service }: ConnectionAlert): Promise<boolean> {
  switch (fix) {
    case 'key':
    case 'profile':
      await openOptions(`#connections?edit=${encodeURIComponent(connectionId)}`);
      return false;
    case 'access':
      return browser.permissions.request(hostAccess(service));
    case 'again':
      return true;
  }
}
