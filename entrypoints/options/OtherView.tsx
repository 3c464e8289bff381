import '@/assets/accounts.css';
import '@/components/account/details.css';
import '@/components/options/accounts/accounts.css';
import '@/components/options/chats/chats.css';
import type { Go } from '@/utils/options/use-route';
import type { Route } from '@/utils/route';
import type { AppState } from '@/utils/state/app-state';
import type { SettingsChanges } from '@/utils/state/settings';
import type { Confirm } from '@/utils/view/confirm';
import { About } from './About';
import { Accounts } from './Accounts';
import { Activity } from './Activity';
import { Alerts } from './Alerts';

interface Props {
  route: Exclude<Route, { view: 'connections' }>;
  go: Go;
  appState: AppState;
  /** Settings of the organization, which can't be changed here. */
  managed: SettingsChanges;
  /** ms since the epoch */
  now: number;
  confirm: Confirm;
  say: (text: string) => void;
  /** Resolves to whether a command succeeded, and tells the user if not. */
  attempt: (command: Promise<unknown>) => Promise<boolean>;
}

/** Every view but the first. */
export function OtherView({ route, go, appState, managed, now, confirm, say, attempt }: Props) {
  switch (route.view) {
    case 'accounts':
      return <Accounts appState={appState} route={route} go={go} confirm={confirm} say={say} />;
    case 'activity':
      return <Activity appState={appState} now={now} />;
    case 'alerts':
      return (
        <Alerts
          appState={appState}
          managed={managed}
          now={now}
          confirm={confirm}
          attempt={attempt}
        />
      );
    case 'about':
      return <About now={now} confirm={confirm} />;
  }
}
