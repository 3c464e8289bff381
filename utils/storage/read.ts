import type { Account } from '../accounts/account';
import { targetId } from '../accounts/identity';
import { targetsOf } from '../monitor/connection';
import { newTarget, type TargetState } from '../monitor/target-state';
import { type Schedule, type StorageProblem, type Watched, watchesPosts } from '../monitor/watched';
import { services } from '../services/registry';
import { withChanges } from '../settings';
import { getValues, type Key } from './area';
import { type Item, parseStored } from './item';
import {
  accountsItem,
  connectionStateItem,
  connectionsItem,
  policyItem,
  setAsideItem,
  settingsItem,
  stakeItem,
  targetStateItem,
} from './items';
import { cannotSaveItem } from './session-items';

type Values<Items extends readonly Item<unknown>[]> = {
  -readonly [K in keyof Items]: Items[K] extends Item<infer T> ? T : never;
};

/** Where raw values come from, in the order of their keys. */
export type RawSource = (keys: readonly Key[]) => Promise<unknown[]>;

/** Told of a value that is there but does not parse, before its item's initial value stands in. */
type OnUnreadable = (item: Item<unknown>, raw: unknown) => Promise<void> | void;

/** Reads several items at once; what is absent or does not parse is its initial value. */
export async function readItems<const Items extends readonly Item<unknown>[]>(
  items: Items,
  source?: RawSource,
  onUnreadable?: OnUnreadable,
): Promise<Values<Items>> {
  const [values] = await readGroups([items], source, onUnreadable);
  return values;
}

/** Reads several lists of items by one call, which in a browser costs more than what it reads. */
async function readGroups<const Groups extends readonly (readonly Item<unknown>[])[]>(
  groups: Groups,
  source: RawSource = getValues,
  onUnreadable?: OnUnreadable,
): Promise<{ -readonly [K in keyof Groups]: Values<Groups[K]> }> {
  const found = (await source(groups.flat().map(({ key }) => key))).values();
  const values = [];
  for (const items of groups) {
    const group = [];
    for (const item of items) {
      const raw = found.next().value;
      const parsed = parseStored(item, raw);
      if (parsed.kind === 'unreadable') await onUnreadable?.(item, raw);
      group.push(parsed.kind === 'value' ? parsed.value : item.initial);
    }
    values.push(group);
  }
  // The tuple's types follow its items', which a loop cannot show the compiler.
  return values as { -readonly [K in keyof Groups]: Values<Groups[K]> };
}

/**
 * Everything but the accounts: enough to know what is due.
 *
 * @param now ms since the epoch
 */
export async function readSchedule(
  now: number,
  source?: RawSource,
  onUnreadable?: OnUnreadable,
): Promise<Schedule> {
  const [connections, own, policy] = await readItems(
    [connectionsItem, settingsItem, policyItem],
    source,
    onUnreadable,
  );
  const settings = withChanges(own, policy.settings);
  const watched = connections.map((connection) => {
    const { hasProfiles } = services[connection.service];
    const targets = targetsOf(connection, hasProfiles);
    return { connection, targets: targets.map((target) => ({ target, id: targetId(target) })) };
  });
  const withPosts = connections.filter((connection) => watchesPosts(connection, settings));
  const [connectionStates, targetStates, stakeStates] = await readGroups(
    [
      connections.map(({ id }) => connectionStateItem(id)),
      watched.flatMap(({ targets }) => targets.map(({ id }) => targetStateItem(id))),
      withPosts.map(({ id }) => stakeItem(id)),
    ],
    source,
    onUnreadable,
  );
  const stakes = new Map(stakeStates.map((stake, i) => [withPosts[i]?.id, { stake }]));
  const states: Iterator<TargetState | null> = targetStates.values();
  return {
    settings,
    connections: watched.map(({ connection, targets }, i) => ({
      connection,
      state: connectionStates[i] ?? {},
      ...stakes.get(connection.id),
      targets: targets.map(({ target, id }, place) => {
        const profile = connection.profiles[place];
        const state: TargetState = states.next().value ?? newTarget(now);
        return { id, target, state, ...(profile && { profile }) };
      }),
    })),
  };
}

/**
 * Everything that pages show and the badge counts.
 *
 * @param now ms since the epoch
 */
export async function readWatched(
  now: number,
  source?: RawSource,
  onUnreadable?: OnUnreadable,
): Promise<Watched> {
  const schedule = await readSchedule(now, source, onUnreadable);
  const ids = schedule.connections.flatMap(({ targets }) => targets.map(({ id }) => id));
  const [lists, storageProblem] = await Promise.all([
    readItems(ids.map(accountsItem), source, onUnreadable),
    readStorageProblem(source),
  ]);
  const accounts = new Map<string, readonly Account[]>();
  for (const [i, id] of ids.entries()) {
    const list = lists[i];
    if (list) accounts.set(id, list);
  }
  return { ...schedule, accounts, ...(storageProblem && { storageProblem }) };
}

/** What is wrong with what is stored; `undefined` where all is well. */
export async function readStorageProblem(source?: RawSource): Promise<StorageProblem | undefined> {
  const [cannotSave, setAside] = await readItems([cannotSaveItem, setAsideItem], source);
  if (cannotSave) return 'cannot-save';
  return setAside.length > 0 ? 'set-aside' : undefined;
}
