import type { Go } from '@/utils/options/use-route';
import type { AppState } from '@/utils/state/app-state';
import type { SettingsChanges } from '@/utils/state/settings';
import type { Confirm } from '@/utils/view/confirm';

/** What the options page passes to each view. */
export interface ViewProps {
  appState: AppState;
  /** Settings of the organization, which can't be changed here. */
  managed: SettingsChanges;
  /** ms since the epoch */
  now: number;
  go: Go;
  confirm: Confirm;
  say: (text: string) => void;
  /** Resolves to whether a command succeeded, and tells the user if not. */
  attempt: (command: Promise<unknown>) => Promise<boolean>;
}
