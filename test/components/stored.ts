import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Account } from '@/utils/accounts/account';
import type { AccountEvent } from '@/utils/accounts/history';
import { accountKey, targetId } from '@/utils/accounts/identity';
import type { Connection, ConnectionState } from '@/utils/monitor/connection';
import type { StakeState } from '@/utils/monitor/stake-state';
import type { TargetState } from '@/utils/monitor/target-state';
import type { ServiceError } from '@/utils/services/result';
import { defaultSettings, type Settings } from '@/utils/settings';
import { type Item, toStored } from '@/utils/storage/item';
import {
  accountsItem,
  connectionStateItem,
  connectionsItem,
  historyItem,
  policyItem,
  settingsItem,
  stakeItem,
  targetStateItem,
} from '@/utils/storage/items';
import { now } from './now';

export { now };
export const minute = 60_000;

type AccountSketch = Partial<Omit<Account, 'key' | 'status'>> & {
  status?: Account['status'];
};

/** One connection with the same check and accounts for each of its targets; `null`: not yet. */
interface ConnectionSketch {
  connection: Connection;
  state: ConnectionState;
  check: TargetState | null;
  accounts: readonly AccountSketch[] | null;
  /** Only where posts are watched. */
  stake?: StakeState;
}

export interface State {
  connections?: readonly ConnectionSketch[];
  settings?: Partial<Settings>;
  policy?: Partial<(typeof policyItem)['initial']>;
  history?: AccountEvent[];
}

/** A check that went well two minutes ago. */
export const good: TargetState = {
  nextCheckAt: now + 13 * minute,
  failures: 0,
  last: { at: now - 2 * minute, tookMs: 300 },
  goodAt: now - 2 * minute,
  unreadable: 0,
};

/** A check that failed a minute ago; `goodAt` (ms): when one last went well. */
export function failed(error: ServiceError, goodAt?: number): TargetState {
  return {
    nextCheckAt: now + 4 * minute,
    failures: 1,
    last: { at: now - minute, tookMs: 300, error },
    ...(goodAt !== undefined && { goodAt }),
    unreadable: 0,
  };
}

type Changes = Partial<Connection & Pick<ConnectionSketch, 'state' | 'check' | 'stake'>>;

export function schedPilot(
  accounts: ConnectionSketch['accounts'],
  { state = {}, check = good, stake, ...changes }: Changes = {},
): ConnectionSketch {
  const connection: Connection = {
    id: 'sp',
    service: 'schedpilot',
    label: 'Studio North',
    keyHint: '7h8',
    keyRevision: 1,
    paused: false,
    addedAt: now - 600 * minute,
    profiles: [],
    ...changes,
  };
  return { connection, state, check, accounts, ...(stake && { stake }) };
}

export function synposter(
  accounts: ConnectionSketch['accounts'],
  changes: Changes = {},
): ConnectionSketch {
  return schedPilot(accounts, {
    id: 'sy',
    service: 'synposter',
    label: 'Agency',
    keyHint: 'x9z',
    profiles: [{ id: 'p1', name: 'Café Aroma' }],
    ...changes,
  });
}

/** Puts a state where the pages read it, in the form that the background writes it in. */
export async function store(state: State): Promise<void> {
  const { connections = [], settings, policy, history = [] } = state;
  await put(
    connectionsItem,
    connections.map(({ connection }) => connection),
  );
  await put(settingsItem, { ...defaultSettings, ...settings });
  await put(policyItem, { ...policyItem.initial, ...policy });
  await put(historyItem, history);
  for (const { connection, state, check, accounts, stake } of connections) {
    await put(connectionStateItem(connection.id), state);
    if (stake) await put(stakeItem(connection.id), stake);
    const { id: connectionId, profiles } = connection;
    const targets =
      profiles.length > 0
        ? profiles.map(({ id }) => ({ connectionId, profileId: id }))
        : [{ connectionId }];
    for (const target of targets) {
      const id = targetId(target);
      await put(targetStateItem(id), check);
      await put(accountsItem(id), accounts?.map((sketch) => accountOf(sketch, target)) ?? null);
    }
  }
}

async function put<T>(item: Item<T>, value: T): Promise<void> {
  await fakeBrowser.storage.local.set({
    [item.key.slice('local:'.length)]: toStored(item, value),
  });
}

function accountOf(
  { status = 'active', ...sketch }: AccountSketch,
  target: Parameters<typeof accountKey>[0],
): Account {
  const listed = { id: sketch.handle ?? 'account-1', platform: 'instagram', ...sketch };
  return {
    firstSeenAt: now - 600 * minute,
    statusSince: now - 180 * minute,
    ...listed,
    status,
    key: accountKey(target, { ...listed, status: 'active' }),
  };
}
