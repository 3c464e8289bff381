import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { keptKeysItem } from '@/utils/state/api-keys';
import { chatOutboxItem } from '@/utils/state/chat/chat';
import * as items from '@/utils/state/items';
import { policyRecordItem } from '@/utils/state/managed-policy';
import { quarantineItem } from '@/utils/storage/health';
import { type Item, parseStored } from '@/utils/storage/item';

/*
 * What each version stored once, taken from a real session. When an item gets another version,
 * the file of the old one stays, and one that the new version stored is put beside it.
 */

const folder = new URL('./stored/', import.meta.url);
const recording = z.object({ recordedAt: z.number(), stored: z.record(z.string(), z.unknown()) });
const recordings = readdirSync(folder).map((name) => {
  const { stored } = recording.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
  return { name, stored: Object.entries(stored) };
});

/** Every item that is stored on disk, for the id `*` where there is one for each. */
const kinds = [...Object.values(items), quarantineItem, keptKeysItem, policyRecordItem]
  .filter((item) => typeof item !== 'string')
  .map((item): Item<unknown> => (typeof item === 'function' ? item('*') : item))
  .filter(({ key }) => key.startsWith('local:'));

/** The item stored under a key; quarantined values belong to none. */
function itemAt(key: string): Item<unknown> | undefined {
  return kinds.find((item) => key.replace(/\/.*/s, '/*') === nameOf(item));
}

function nameOf({ key }: { key: string }): string {
  return key.replace(/^local:/, '');
}

describe.each(recordings)('stored data of $name', ({ stored }) => {
  const values = stored.filter(([key]) => !key.startsWith('set-aside/'));

  it.each(values)('is read whole: %s', (key, raw) => {
    const item = itemAt(key);
    if (!item) throw new Error(`No item lies under ${key}`);
    const parsed = parseStored(item, raw);
    expect(parsed.kind).toBe('value');
    const { version, value } = z.object({ version: z.number(), value: z.unknown() }).parse(raw);
    // The results of migrations are tested next to the migrations.
    if (version === item.version) expect(parsed).toMatchObject({ kind: 'value', value });
  });
});

it('is recorded for every item in its current version', () => {
  const known = recordings.flatMap(({ stored }) => stored);
  for (const item of kinds) {
    const recorded = known.filter(([key]) => itemAt(key) === item).map(([, raw]) => raw);
    expect(recorded, nameOf(item)).toContainEqual(
      expect.objectContaining({ version: item.version }),
    );
  }
});

describe('a renamed field keeps its value', () => {
  const account = { ...plainAccount(), key: 'c1/x#1' };
  const trouble = { trouble: 'expired', lossesAt: [1] } as const;
  const notice = noticeOf(account);

  it.each<[string, Item<unknown>, number, unknown, unknown]>([
    [
      'in a target’s state',
      items.targetStateItem('c1'),
      1,
      {
        nextCheckAt: 9,
        failures: 0,
        unreadable: 0,
        goodAt: 5,
        reconnecting: { account: 'a', looks: [7, 8] },
      },
      {
        nextCheckAt: 9,
        failures: 0,
        unreadable: 0,
        listedAt: 5,
        reconnecting: { account: 'a', checksAt: [7, 8] },
      },
    ],
    [
      'in a connection’s state',
      items.connectionStateItem('c1'),
      1,
      { profilesLook: { at: 1, nextAt: 2, goodAt: 0, error: { kind: 'timeout' } } },
      { profilesCheck: { at: 1, nextAt: 2, listedAt: 0, error: { kind: 'timeout' } } },
    ],
    [
      'in an account',
      items.accountsItem('c1'),
      1,
      [{ ...account, massDrop: { listings: 2, at: 3 }, flapping: { ...trouble, quietSince: 4 } }],
      [
        {
          ...account,
          lostTogether: { listings: 2, at: 3 },
          flapping: { ...trouble, silencedAt: 4 },
        },
      ],
    ],
    [
      'in the reminder',
      items.reminderItem,
      1,
      [{ account: 'a', trouble: 'expired', toldAt: 6 }],
      [{ account: 'a', trouble: 'expired', notifiedAt: 6 }],
    ],
    [
      'in the outbox',
      items.outboxItem,
      3,
      outboxWith({ ...notice, massDrop: { connectionId: 'c1', label: 'Team', tellBy: 2 } }),
      outboxWith({ ...notice, groupLoss: { connectionId: 'c1', label: 'Team', notifyBy: 2 } }),
    ],
    [
      'in a chat’s outbox',
      chatOutboxItem('slack'),
      1,
      outboxWith({ ...notice, massDrop: { connectionId: 'c1', label: 'Team', tellBy: 2 } }),
      outboxWith({ ...notice, groupLoss: { connectionId: 'c1', label: 'Team', notifyBy: 2 } }),
    ],
  ])('%s', (_, item, version, old, value) => {
    expect(parseStored(item, { version, value: old })).toEqual({ kind: 'value', value });
  });
});

function plainAccount() {
  return { id: '1', platform: 'twitter', status: 'active', firstSeenAt: 1, statusSince: 1 };
}

function noticeOf({ key }: { key: string }) {
  const of = { account: key, label: '@alice', platform: 'twitter', service: 'schedpilot' };
  return { kind: 'trouble', id: 'n1', ...of, client: 'Team', trouble: 'unlisted' };
}

function outboxWith(notice: object) {
  return { waiting: [notice], notifications: [{ id: 'n1', notices: [notice] }] };
}
