import type { Account } from '../accounts/account';
import { isDoubted } from '../accounts/missing';
import {
  type AppState,
  dataLifetimeMs,
  errorsForPerson,
  findProfilesEveryMs,
  type MonitoredConnection,
  type MonitoredTarget,
  oldAfterIntervals,
} from '../state/app-state';
import type { Settings } from '../state/settings';

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
    !(error && errorsForPerson.includes(error)) &&
    state.listedAt !== undefined &&
    now <= state.listedAt + dataLifetimeMs(settings) &&
    !isDoubted(account)
  );
}

/**
 * When each part of a connection's data becomes old unless it is checked again (ms since the
 * epoch). Empty where it is paused or has nothing to check.
 */
export function staleTimes(monitored: MonitoredConnection, settings: Settings): number[] {
  const { connection, targets } = monitored;
  if (connection.paused) return [];
  const lifetime = dataLifetimeMs(settings);
  if (targets.length === 0) return staleTimesOfProfiles(monitored, lifetime);
  return targets.map(({ state }) => (state.listedAt ?? connection.addedAt) + lifetime);
}

/** Where no profile is known yet, the age counts from the last good list of profiles. */
function staleTimesOfProfiles(
  { connection, state }: MonitoredConnection,
  lifetime: number,
): number[] {
  const { profilesCheck } = state;
  if (profilesCheck?.error === undefined) return [];
  if (profilesCheck.listedAt === undefined) return [connection.addedAt + lifetime];
  return [profilesCheck.listedAt + oldAfterIntervals * findProfilesEveryMs];
}

/**
 * True where some of a connection's data is older than three intervals.
 *
 * @param now ms since the epoch
 */
export function isStale(connection: MonitoredConnection, settings: Settings, now: number): boolean {
  return staleTimes(connection, settings).some((at) => now > at);
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

/** A connection's accounts that are not checked, each with when it was last seen (ms), if known. */
export function uncheckedAccounts(
  { accounts, settings }: AppState,
  connection: MonitoredConnection,
  now: number,
): { account: Account; lastSeenAt: number | undefined }[] {
  return connection.targets.flatMap((target) =>
    (accounts.get(target.id) ?? [])
      .filter((account) => !isChecked(account, connection, target, settings, now))
      .map((account) => ({ account, lastSeenAt: account.lastSeenAt ?? target.state.listedAt })),
  );
}
