import type { Account } from '@/utils/accounts/account';
import type { Trouble } from '@/utils/accounts/trouble';
import { noticesOf } from '@/utils/alerts/notice';
import { currentNotices } from '@/utils/alerts/still-current';
import type { AppState } from '@/utils/state/app-state';
import type { Notice } from '@/utils/state/outbox-schema';
import { defaultSettings } from '@/utils/state/settings';
import {
  account,
  appState,
  connection,
  event,
  minute,
  monitoredConnection,
  now,
} from '../../builders';

type Condition = 'working' | Trouble;

/** The notices that wait after alice went through these conditions, a minute each. */
export function waitingFor(...conditions: [Condition, Condition, ...Condition[]]): Notice[] {
  return conditions.slice(1).flatMap((to, i) => {
    const change = event({ id: `${i}`, at: now + i * minute, from: conditions[i] ?? 'absent', to });
    return noticesOf([change], [account()], { connection: connection() }, defaultSettings, now);
  });
}

export const withAlice = (changes: Partial<Account>) =>
  appState([monitoredConnection()], { c1: [account(changes)] });

/** The kinds of the notices that are still true; for a trouble, which one. */
export const currentKinds = (waiting: Notice[], state: AppState) =>
  currentNotices(waiting, state, now).map((notice) =>
    notice.kind === 'trouble' ? notice.trouble : notice.kind,
  );
