import type { Account } from '../accounts/account';
import { isDoubted } from '../accounts/missing';
import type { ServiceError } from '../services/result';
import {
  type AppState,
  connectionProblem,
  findProfilesEveryMs,
  type MonitoredConnection,
  type MonitoredTarget,
  oldAfterIntervals,
} from '../state/app-state';
import type { Settings } from '../state/settings';
import { minuteMs } from '../time';

/** No later check fixes these by itself. */
const needsPerson: readonly ServiceError['kind'][] = ['refused', 'no-key', 'no-permission'];

/** True where a connection can't be checked until a person acts. */
export function needsPersonToCheck(connection: MonitoredConnection): boolean {
  const problem = connectionProblem(connection)?.kind;
  return problem !== undefined && needsPerson.includes(problem);
}

/**
 * True where an account was seen within three intervals and nothing has prevented checks since.
 * Only such an account may be called connected.
 *
 * @param now ms since the epoch
 */
export function isChecked(
  account: Account,
  connection: MonitoredConnection,
  { state }: MonitoredTarget,
  settings: Settings,
  now: number,
): boolean {
  const error = state.last?.error?.kind;
  return (
    !connection.connection.paused &&
    connection.state.refusedSince === undefined &&
    !(error && needsPerson.includes(error)) &&
    state.goodAt !== undefined &&
    now <= state.goodAt + lifetimeMs(settings) &&
    !isDoubted(account)
  );
}

/**
 * When each part of a connection's data becomes old unless it is checked again (ms since the
 * epoch). Empty where it is paused or has nothing to check.
 */
export function agesAt(watched: MonitoredConnection, settings: Settings): number[] {
  const { connection, targets } = watched;
  if (connection.paused) return [];
  const lifetime = lifetimeMs(settings);
  if (targets.length === 0) return profilesAgeAt(watched, lifetime);
  return targets.map(({ state }) => (state.goodAt ?? connection.addedAt) + lifetime);
}

/** Without a known profile, a failing list of profiles is what grows old. */
function profilesAgeAt({ connection, state }: MonitoredConnection, lifetime: number): number[] {
  const { profilesLook: look } = state;
  if (look?.error === undefined) return [];
  if (look.goodAt === undefined) return [connection.addedAt + lifetime];
  return [look.goodAt + oldAfterIntervals * findProfilesEveryMs];
}

/**
 * True where some of a connection's data is older than three intervals.
 *
 * @param now ms since the epoch
 */
export function isOld(connection: MonitoredConnection, settings: Settings, now: number): boolean {
  return agesAt(connection, settings).some((at) => now > at);
}

/**
 * How many accounts the connection's doubted targets list, of how many; `undefined` without doubt.
 */
export function doubtOf(
  { accounts }: Pick<AppState, 'accounts'>,
  { targets }: MonitoredConnection,
): { listed: number; of: number } | undefined {
  const lists = targets
    .map(({ id }) => accounts.get(id) ?? [])
    .filter((list) => list.some(isDoubted))
    .flat();
  const expected = lists.filter(({ status }) => status !== 'unlisted');
  if (expected.length === 0) return undefined;
  const missing = expected.filter(({ missingSince }) => missingSince !== undefined);
  return { listed: expected.length - missing.length, of: expected.length };
}

function lifetimeMs({ checkEveryMinutes }: Settings): number {
  return oldAfterIntervals * checkEveryMinutes * minuteMs;
}
