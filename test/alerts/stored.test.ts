import { describe, expect, it } from 'vitest';
import { troubles } from '@/utils/accounts/trouble';
import { noticesOf, refusedNotice } from '@/utils/alerts/notice';
import { enqueue, pack } from '@/utils/alerts/outbox';
import { outboxItem } from '@/utils/state/items';
import { type Notice, outboxSchema } from '@/utils/state/outbox-schema';
import { defaultSettings } from '@/utils/state/settings';
import { parseStored } from '@/utils/storage/item';
import { account, connection, event, now } from '../builders';

const where = { connection: connection() };
const noticesOfOne = (changes: Parameters<typeof event>[0]) =>
  noticesOf([event(changes)], [account()], where, defaultSettings, now);

describe('the outbox', () => {
  const cases: [string, Notice[]][] = [
    ...troubles.map((to): [string, Notice[]] => [`an account that is ${to}`, noticesOfOne({ to })]),
    [
      'posts at risk',
      noticesOfOne({}).map((notice) => ({ ...notice, atRisk: { posts: 2, nextAt: now } })),
    ],
    ['an account that is connected again', noticesOfOne({ from: 'expired', to: 'working' })],
    ['a rejected key', [refusedNotice(connection({ service: 'synposter' }), now)]],
  ];

  it.each(cases)('is read as it was stored, with a notice of %s', (_, notices) => {
    expect(notices).toHaveLength(1);
    const waiting = enqueue({ waiting: [], notifications: [] }, notices);
    for (const outbox of [waiting, pack(waiting)]) {
      expect(outboxSchema.parse(outbox)).toEqual(outbox);
    }
  });
});

it('an outbox stored by version 1 keeps its notices', () => {
  const [notice] = noticesOfOne({});
  const v1 = { version: 1, value: { waiting: [], parcels: [{ id: 'a', notices: [notice] }] } };
  expect(parseStored(outboxItem, v1)).toEqual({
    kind: 'value',
    value: { waiting: [], notifications: [{ id: 'a', notices: [notice] }] },
  });
  expect(parseStored(outboxItem, { version: 1, value: 7 }).kind).toBe('unreadable');
});

it('an outbox that version 2 stored keeps its notices, with their clients', () => {
  const [notice] = noticesOfOne({});
  const rejected = refusedNotice(connection(), now);
  const { client, ...rest } = notice && 'client' in notice ? notice : { client: '' };
  const old = { ...rest, place: client };
  const v2 = { waiting: [old, rejected], notifications: [{ id: 'a', notices: [old] }] };
  expect(parseStored(outboxItem, { version: 2, value: v2 })).toEqual({
    kind: 'value',
    value: { waiting: [notice, rejected], notifications: [{ id: 'a', notices: [notice] }] },
  });
});
