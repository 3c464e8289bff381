import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { lazy } from '@/components/lazy';
import { ConnectionsView } from '@/components/options/connections/ConnectionsView';
import { StorageBanner } from '@/components/StorageBanner';
import { useConfirm } from '@/components/use-confirm';
import { whenIdle } from '@/components/when-idle';
import { send } from '@/utils/commands/messages';
import { actOnConnection, saveConnection } from '@/utils/options/act-on-connection';
import { connectionViews } from '@/utils/options/connection-view';
import { type ViewName, viewNames } from '@/utils/options/parse-route';
import { useIsPinned } from '@/utils/options/use-is-pinned';
import { useRoute } from '@/utils/options/use-route';
import { hashOf, type Route } from '@/utils/route';
import type { StorageProblem } from '@/utils/state/app-state';
import { policyItem } from '@/utils/state/items';
import { applyAppearance } from '@/utils/view/appearance';
import { useNow } from '@/utils/view/use-now';
import { useAppState, useItem } from '@/utils/view/use-stored';
import type { ViewProps } from './view-props';

// The page opens with the connections; the other views load when the browser is idle.
const OtherView = lazy(async () => (await import('./OtherView')).OtherView);

const viewTexts = {
  connections: 'options.views.connections',
  accounts: 'options.views.accounts',
  activity: 'options.views.activity',
  alerts: 'options.views.alerts',
  about: 'options.views.about',
} as const satisfies Record<ViewName, string>;

/** The options page. The URL's hash selects the view. */
export function Options() {
  const appState = useAppState();
  const [route, go] = useRoute();
  const [said, say] = useState('');
  const [question, confirm] = useConfirm();
  const settings = appState?.settings;
  useLayoutEffect(() => {
    if (settings) applyAppearance(settings);
  }, [settings]);
  useEffect(() => whenIdle(() => void OtherView.load()), []);
  return (
    <>
      <header class="page-header">
        <img src="/icons/48.png" alt="" width="32" height="32" />
        <h1>{i18n.t('options.title')}</h1>
        <nav aria-label={i18n.t('options.title')}>
          {viewNames.map((view) => (
            <a
              key={view}
              href={hashOf({ view })}
              aria-current={route.view === view ? 'page' : undefined}
            >
              {i18n.t(viewTexts[view])}
            </a>
          ))}
        </nav>
      </header>
      <main>
        <p class="said" role="status">
          {said}
        </p>
        {appState?.storageProblem && !isShownBy(route, appState.storageProblem) && (
          <StorageBanner
            problem={appState.storageProblem}
            onTryAgain={() => void tryAgain().then(say)}
            onSee={() => go({ view: 'about' })}
          />
        )}
        {appState && (
          <CurrentView appState={appState} route={route} go={go} say={say} confirm={confirm} />
        )}
        {question}
      </main>
    </>
  );
}

/** The About view lists quarantined data itself. */
function isShownBy(route: Route, problem: StorageProblem): boolean {
  return route.view === 'about' && problem === 'set-aside';
}

/** Runs a check, which writes. @returns a text if it couldn't start */
function tryAgain(): Promise<string> {
  return send('checkNow', {}).then(
    () => '',
    () => i18n.t('popup.result.lost'),
  );
}

interface CurrentViewProps extends Omit<ViewProps, 'managed' | 'now' | 'attempt'> {
  route: Route;
}

function CurrentView({ route, ...props }: CurrentViewProps) {
  const { appState, go, say } = props;
  const now = Math.max(useNow(), Date.now());
  const policy = useItem(policyItem) ?? policyItem.initial;
  const isPinned = useIsPinned();
  /** Says so if a command fails. Otherwise the page itself shows the change. */
  const attempt = async (command: Promise<unknown>): Promise<boolean> => {
    say('');
    try {
      await command;
      return true;
    } catch {
      say(i18n.t('popup.result.lost'));
      return false;
    }
  };
  return route.view === 'connections' ? (
    <ConnectionsView
      connections={connectionViews(appState, now)}
      unreadablePolicy={policy.unreadable}
      isHidden={isPinned === false}
      now={now}
      editingId={route.edit}
      addTo={route.add}
      onEdit={(edit) => go({ view: 'connections', ...(edit !== undefined && { edit }) })}
      onSave={saveConnection}
      onAction={(action, view) => void attempt(actOnConnection(action, view))}
    />
  ) : (
    <OtherView {...props} route={route} managed={policy.settings} now={now} attempt={attempt} />
  );
}
