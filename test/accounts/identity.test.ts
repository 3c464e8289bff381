import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListedAccount } from '@/utils/accounts/account';
import {
  accountKey,
  accountKeysFor,
  type Target,
  targetId,
  targetIdOfAccount,
} from '@/utils/accounts/identity';
import { anyText } from '../any-text';
import { account, listed, target } from '../builders';

const anyName = fc.oneof(
  anyText,
  fc.string({ unit: fc.constantFrom('/', '#', ':', '@', '>', '%', 'a', '1') }),
);
const anyTarget: fc.Arbitrary<Target> = fc.record(
  { connectionId: anyName, profileId: anyName },
  { requiredKeys: ['connectionId'] },
);
const anyIdentity = fc.record(
  { id: anyName, platform: anyName, platformAccountId: anyName },
  { requiredKeys: ['id', 'platform'] },
);

describe('targetId', () => {
  it('is never the same for two targets', () => {
    fc.assert(
      fc.property(anyTarget, anyTarget, (one, other) => {
        const same = one.connectionId === other.connectionId && one.profileId === other.profileId;
        expect(targetId(one) === targetId(other)).toBe(same);
      }),
    );
  });

  it('is escaped as in URLs', () => {
    fc.assert(
      fc.property(fc.oneof(anyName, fc.string()), (connectionId) => {
        expect(targetId({ connectionId })).toBe(encodeURIComponent(connectionId.toWellFormed()));
      }),
    );
  });

  it('accepts half a surrogate pair', () => {
    expect(targetId({ connectionId: 'c1', profileId: 'a\ud800' })).toBe('c1/a%EF%BF%BD');
  });
});

describe('accountKey', () => {
  it('uses the platform’s id if known', () => {
    const key = accountKey(targetId(target), listed({ id: '1', platformAccountId: '100' }));
    expect(accountKey(targetId(target), listed({ id: '2', platformAccountId: '100' }))).toBe(key);
    expect(accountKey(targetId(target), listed({ id: '1', platformAccountId: '200' }))).not.toBe(
      key,
    );
  });

  it('uses the service’s id if the platform’s is unknown', () => {
    const key = accountKey(targetId(target), listed({ id: '1' }));
    expect(accountKey(targetId(target), listed({ id: '1', handle: 'renamed' }))).toBe(key);
    expect(accountKey(targetId(target), listed({ id: '2' }))).not.toBe(key);
    expect(accountKey(targetId(target), listed({ id: '2', platformAccountId: '1' }))).not.toBe(key);
  });

  it('uses the service’s id if the platform’s is empty', () => {
    const one = listed({ id: '1', platformAccountId: '' });
    expect(accountKey(targetId(target), one)).toBe(
      accountKey(targetId(target), listed({ id: '1' })),
    );
    expect(accountKey(targetId(target), { ...one, id: '2' })).not.toBe(
      accountKey(targetId(target), one),
    );
  });

  it('accepts half a surrogate pair', () => {
    const anyHalves = fc.string({ unit: fc.constantFrom('\ud800', '\udfff', 'a', '/') });
    fc.assert(
      fc.property(anyHalves, anyHalves, anyHalves, (id, platform, platformAccountId) => {
        const key = accountKey(targetId(target), listed({ id, platform, platformAccountId }));
        expect(key.isWellFormed()).toBe(true);
        expect(targetIdOfAccount(key)).toBe(targetId(target));
      }),
    );
  });

  it('differs between platforms and between targets', () => {
    const key = accountKey(targetId(target), listed());
    expect(accountKey(targetId(target), listed({ platform: 'linkedin' }))).not.toBe(key);
    expect(accountKey(targetId({ ...target, profileId: 'p1' }), listed())).not.toBe(key);
  });

  it('contains its target', () => {
    fc.assert(
      fc.property(anyTarget, anyIdentity, (place, identity) => {
        const key = accountKey(targetId(place), listed(identity));
        expect(targetIdOfAccount(key)).toBe(targetId(place));
      }),
    );
  });

  it('is never the same for two accounts', () => {
    const identityOf = (place: Target, { id, platform, platformAccountId }: ListedAccount) =>
      JSON.stringify([
        place.connectionId,
        place.profileId,
        platform,
        platformAccountId ? { platformAccountId } : { id },
      ]);
    fc.assert(
      fc.property(anyTarget, anyIdentity, anyTarget, anyIdentity, (a, one, b, other) => {
        const same = identityOf(a, listed(one)) === identityOf(b, listed(other));
        expect(
          accountKey(targetId(a), listed(one)) === accountKey(targetId(b), listed(other)),
        ).toBe(same);
      }),
    );
  });
});

describe('accountKeysFor', () => {
  it('gives accounts with a platform id their own keys, in any order', () => {
    const anyIds = fc.uniqueArray(fc.constantFrom('1', '2', '3', '4'));
    const record = (id: string) => listed({ id: `record ${id}`, platformAccountId: id });
    fc.assert(
      fc.property(anyIds, anyIds, (before, now) => {
        const stored = before.map((id) =>
          account({ ...record(id), key: accountKey(targetId(target), record(id)) }),
        );
        const accounts = now.map(record);
        const unreadable = { ids: [], unidentified: 0 };
        const keys = accounts.map(accountKeysFor(target, stored, { accounts, unreadable }));
        expect(keys).toEqual(accounts.map((one) => accountKey(targetId(target), one)));
      }),
    );
  });
});
