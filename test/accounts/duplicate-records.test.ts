import { describe, expect, it } from 'vitest';
import type { ListedAccount } from '@/utils/accounts/account';
import { withoutDuplicates } from '@/utils/accounts/duplicate-records';
import { accountKey, targetId } from '@/utils/accounts/identity';
import { listed, target } from '../builders';

describe('withoutDuplicates', () => {
  const keyOf = (record: ListedAccount) => accountKey(targetId(target), record);
  const record = (id: string, changes: Parameters<typeof listed>[0]) =>
    listed({ id, platformAccountId: '100', ...changes });
  const older = '2026-01-01T00:00:00Z';
  const newer = '2026-02-01T00:00:00Z';

  it.each([
    [
      'an active record over an expired one that was connected later',
      record('a', { connectedAt: older }),
      record('b', { connectedAt: newer, status: 'expired' }),
    ],
    [
      'a record that can post over one that was connected later but can’t',
      record('a', { connectedAt: older, scopes: ['tweet.write'] }),
      record('b', { connectedAt: newer, scopes: ['tweet.read'] }),
    ],
    [
      'a record that won’t expire over one that was connected later but will',
      record('a', { connectedAt: older, scopes: ['tweet.write', 'offline.access'] }),
      record('b', { connectedAt: newer, scopes: ['tweet.write'] }),
    ],
    [
      'an active record that can’t post over an expired one',
      record('a', { connectedAt: older, scopes: [] }),
      record('b', { connectedAt: newer, status: 'expired' }),
    ],
    [
      'the later-connected of two expired records',
      record('a', { connectedAt: newer, status: 'expired' }),
      record('b', { connectedAt: older, status: 'expired' }),
    ],
    [
      'a record with a date over one with an unreadable date',
      record('a', { connectedAt: older, status: 'expired' }),
      record('b', { connectedAt: 'long ago', status: 'revoked' }),
    ],
  ])('prefers %s, in either order', (_, speaks, duplicate) => {
    expect([...withoutDuplicates([speaks, duplicate], keyOf).values()]).toEqual([speaks]);
    expect([...withoutDuplicates([duplicate, speaks], keyOf).values()]).toEqual([speaks]);
  });

  it('prefers the first of two equal records', () => {
    const [one, other] = [record('a', { connectedAt: older }), record('b', { connectedAt: older })];
    expect([...withoutDuplicates([one, other], keyOf).values()]).toEqual([one]);
  });

  it('does not merge accounts that share only an id', () => {
    const accounts = [listed(), listed({ platform: 'linkedin' })];
    expect([...withoutDuplicates(accounts, keyOf).values()]).toEqual(accounts);
  });
});
