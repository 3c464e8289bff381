import type { Account } from '@/utils/accounts/account';
import type { AccountEvent } from '@/utils/accounts/history/event';
import { accountKey, type Target, targetId } from '@/utils/accounts/identity';
import type { ServiceError } from '@/utils/services/result';
import {
  type Chat,
  type ChatState,
  chatStateItem,
  chatsItem,
  type LostMessage,
  lostMessagesItem,
} from '@/utils/state/chat/chat';
import { type Connection, type ConnectionState, targetsOf } from '@/utils/state/connection';
import {
  accountsItem,
  clientsItem,
  connectionStateItem,
  connectionsItem,
  historyItem,
  policyItem,
  postsItem,
  settingsItem,
  targetStateItem,
} from '@/utils/state/items';
import type { PostsState } from '@/utils/state/posts-state';
import { defaultSettings, type Settings } from '@/utils/state/settings';
import type { TargetState } from '@/utils/state/target-state';
import { type Item, toStored } from '@/utils/storage/item';
import { minute } from './builders';

export type AccountSketch = Partial<Omit<Account, 'key'>>;

/** One connection with the same check and accounts for each of its targets; `null`: not yet. */
interface ConnectionSketch {
  connection: Connection;
  state: ConnectionState;
  check: TargetState | null;
  accounts: readonly AccountSketch[] | null;
  /** Only if posts are monitored. */
  posts?: PostsState;
}

/** What pages are to show. */
export interface State {
  connections?: readonly ConnectionSketch[];
  settings?: Partial<Settings>;
  policy?: Partial<(typeof policyItem)['initial']>;
  /** Clients by hand, by account key. */
  clients?: Readonly<Record<string, string>>;
  history?: readonly AccountEvent[];
  chats?: readonly { chat: Chat; state?: ChatState }[];
  lostMessages?: readonly LostMessage[];
}

type Changes = Partial<Connection & Pick<ConnectionSketch, 'state' | 'check' | 'posts'>>;

/** Builders of stored states. `now`: when pages read them, in ms since the epoch. */
export function sketchesAt(now: number) {
  /** A check that went well two minutes ago. */
  const good: TargetState = {
    nextCheckAt: now + 13 * minute,
    failures: 0,
    last: { at: now - 2 * minute, tookMs: 300 },
    listedAt: now - 2 * minute,
    unreadable: 0,
  };

  /** A check that failed a minute ago; `listedAt` (ms): when one last went well. */
  const failed = (error: ServiceError, listedAt?: number): TargetState => ({
    nextCheckAt: now + 4 * minute,
    failures: 1,
    last: { at: now - minute, tookMs: 300, error },
    ...(listedAt !== undefined && { listedAt }),
    unreadable: 0,
  });

  function schedPilot(
    accounts: ConnectionSketch['accounts'],
    { state = {}, check = good, posts, ...changes }: Changes = {},
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
    return { connection, state, check, accounts, ...(posts && { posts }) };
  }

  const synposter = (accounts: ConnectionSketch['accounts'], changes: Changes = {}) =>
    schedPilot(accounts, {
      id: 'sy',
      service: 'synposter',
      label: 'Agency',
      keyHint: 'x9z',
      profiles: [{ id: 'p1', name: 'Café Aroma' }],
      ...changes,
    });

  return { good, failed, schedPilot, synposter };
}

/**
 * A state as the background would have written it at `now` (ms since the epoch), by the names that
 * `storage.local` has it under.
 */
export function itemsOf(state: State, now: number): Record<string, unknown> {
  const { connections = [], settings, policy, clients = {}, history = [] } = state;
  const { chats = [], lostMessages = [] } = state;
  return Object.fromEntries([
    entry(
      connectionsItem,
      connections.map(({ connection }) => connection),
    ),
    entry(settingsItem, { ...defaultSettings, ...settings }),
    entry(policyItem, { ...policyItem.initial, ...policy }),
    entry(clientsItem, clients),
    entry(historyItem, [...history]),
    entry(
      chatsItem,
      chats.map(({ chat }) => chat),
    ),
    entry(lostMessagesItem, [...lostMessages]),
    ...chats.map(({ chat, state }) => entry(chatStateItem(chat.id), state ?? {})),
    ...connections.flatMap((sketch) => itemsOfConnection(sketch, now)),
  ]);
}

type Entry = [name: string, stored: unknown];

function itemsOfConnection(sketch: ConnectionSketch, now: number): Entry[] {
  const { connection, state, check, accounts, posts } = sketch;
  const { id: connectionId } = connection;
  const targets = targetsOf(connection);
  return [
    entry(connectionStateItem(connectionId), state),
    ...(posts ? [entry(postsItem(connectionId), posts)] : []),
    ...targets.flatMap((target) => {
      const id = targetId(target);
      return [
        entry(targetStateItem(id), check),
        entry(
          accountsItem(id),
          accounts?.map((account) => accountOf(account, target, now)) ?? null,
        ),
      ];
    }),
  ];
}

function entry<T>(item: Item<T>, value: T): Entry {
  return [item.key.slice('local:'.length), toStored(item, value)];
}

function accountOf(
  { status = 'active', ...sketch }: AccountSketch,
  target: Target,
  now: number,
): Account {
  const listed = { id: sketch.handle ?? 'account-1', platform: 'instagram', ...sketch };
  return {
    firstSeenAt: now - 600 * minute,
    statusSince: now - 180 * minute,
    ...listed,
    status,
    key: accountKey(targetId(target), { ...listed, status: 'active' }),
  };
}
