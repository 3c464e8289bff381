import type { Account } from '../accounts/account';
import { targetId } from '../accounts/identity';
import { quarantineItem, writeFailureItem } from '../storage/health';
import { type OnUnreadable, readGroups, readItems, type ValueSource } from '../storage/read-items';
import type { Transaction } from '../storage/unit-of-work';
import { type AppState, type Schedule, type StorageProblem, watchesPosts } from './app-state';
import { targetsOf } from './connection';
import {
  accountsItem,
  clientsItem,
  connectionStateItem,
  connectionsItem,
  policyItem,
  postsItem,
  settingsItem,
  targetStateItem,
  watchGapsItem,
} from './items';
import { type Settings, withChanges } from './settings';
import { newTarget, type TargetState } from './target-state';

/**
 * Reads everything but the accounts: enough to know what is due.
 *
 * @param now ms since the epoch
 */
export async function readSchedule(
  now: number,
  source?: ValueSource,
  onUnreadable?: OnUnreadable,
): Promise<Schedule> {
  const [connections, own, policy] = await readItems(
    [connectionsItem, settingsItem, policyItem],
    source,
    onUnreadable,
  );
  const settings = withChanges(own, policy.settings);
  const monitored = connections.map((connection) => {
    const targets = targetsOf(connection);
    return { connection, targets: targets.map((target) => ({ target, id: targetId(target) })) };
  });
  const withPosts = connections.filter((connection) => watchesPosts(connection, settings));
  const [connectionStates, targetStates, postsStates] = await readGroups(
    [
      connections.map(({ id }) => connectionStateItem(id)),
      monitored.flatMap(({ targets }) => targets.map(({ id }) => targetStateItem(id))),
      withPosts.map(({ id }) => postsItem(id)),
    ],
    source,
    onUnreadable,
  );
  const postsByConnection = new Map(postsStates.map((posts, i) => [withPosts[i]?.id, { posts }]));
  const states: Iterator<TargetState | null> = targetStates.values();
  return {
    settings,
    connections: monitored.map(({ connection, targets }, i) => ({
      connection,
      state: connectionStates[i] ?? {},
      ...postsByConnection.get(connection.id),
      targets: targets.map(({ target, id }, index) => {
        const profile = connection.profiles[index];
        const state: TargetState = states.next().value ?? newTarget(now);
        return { id, target, state, ...(profile && { profile }) };
      }),
    })),
  };
}

/**
 * Reads everything that pages show and the badge counts.
 *
 * @param now ms since the epoch
 */
export async function readState(
  now: number,
  source?: ValueSource,
  onUnreadable?: OnUnreadable,
): Promise<AppState> {
  const schedule = await readSchedule(now, source, onUnreadable);
  const ids = schedule.connections.flatMap(({ targets }) => targets.map(({ id }) => id));
  const [lists, [clients, watchGaps], storageProblem] = await Promise.all([
    readItems(ids.map(accountsItem), source, onUnreadable),
    readItems([clientsItem, watchGapsItem], source, onUnreadable),
    readStorageProblem(source),
  ]);
  const accounts = new Map<string, readonly Account[]>();
  for (const [i, id] of ids.entries()) {
    const list = lists[i];
    if (list) accounts.set(id, list);
  }
  return { ...schedule, accounts, clients, watchGaps, ...(storageProblem && { storageProblem }) };
}

/** What is wrong with storage; `undefined` where all is well. */
export async function readStorageProblem(
  source?: ValueSource,
): Promise<StorageProblem | undefined> {
  const [cannotSave, quarantine] = await readItems([writeFailureItem, quarantineItem], source);
  if (cannotSave) return 'cannot-save';
  return quarantine.length > 0 ? 'set-aside' : undefined;
}

/** The user's settings with the organization's applied over them. */
export async function settingsInForce(tx: Pick<Transaction, 'get'>): Promise<Settings> {
  const [own, policy] = await tx.get([settingsItem, policyItem]);
  return withChanges(own, policy.settings);
}
