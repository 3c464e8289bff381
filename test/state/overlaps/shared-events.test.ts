import { describe, expect, it } from 'vitest';
import type { Account } from '@/utils/accounts/account';
import type { AccountEvent } from '@/utils/accounts/history/event';
import { eachEventOnce, eventsNotSeenElsewhere } from '@/utils/state/overlaps';
import { day, event, hour, minute, now } from '../../builders';
import { expired, listedBy, since } from './two-connections';

describe('an event of an account that a connection lists', () => {
  const change = (to: AccountEvent['to'], from: AccountEvent['from'] = 'working') =>
    event({ account: 'c2/twitter#1', from, to });
  const isNotified = (
    seen: AccountEvent,
    before: Partial<Account> | undefined,
    elsewhere: Partial<Account>,
  ) => {
    const known = before ? [listedBy('c2', before)] : [];
    const after = [listedBy('c2')];
    return eventsNotSeenElsewhere([seen], known, after, [listedBy('c1', elsewhere)]).length === 1;
  };

  it('is notified if no other connection lists the account', () => {
    const bob = { id: '2', handle: 'bob' };
    expect(isNotified(change('expired'), {}, { ...bob, ...expired(now) })).toBe(true);
  });

  it('is not notified if another connection saw it before', () => {
    expect(isNotified(change('expired'), {}, expired(now - minute))).toBe(false);
    expect(isNotified(change('working', 'expired'), expired(now - hour), since(now))).toBe(false);
    expect(isNotified(change('expired', 'absent'), undefined, expired(now - minute))).toBe(false);
  });

  it('is notified if the other has not seen it yet', () => {
    expect(isNotified(change('expired'), {}, {})).toBe(true);
    expect(isNotified(change('revoked', 'expired'), expired(now), expired(now))).toBe(true);
    expect(isNotified(change('expired', 'absent'), undefined, {})).toBe(true);
  });

  it('is notified if the account worked again since the other saw it', () => {
    expect(isNotified(change('expired'), since(now), expired(now - minute))).toBe(true);
  });

  it('is notified if the other connection found it on its first check, which notified nothing', () => {
    const found = { firstSeenAt: now - minute, ...expired(now - minute) };
    expect(isNotified(change('expired'), {}, found)).toBe(true);
  });
});

describe('the history of an account that two connections list', () => {
  const at = (time: number, connectionId: string, to: AccountEvent['to']) =>
    event({
      id: `${connectionId}@${time}`,
      at: now - 10 * day + time,
      account: `${connectionId}/twitter#1`,
      to,
    });

  const duplicates = new Map([['c2/twitter#1', listedBy('c1')]]);

  it('has each change once, under the primary record', () => {
    const history = [
      at(1, 'c2', 'expired'),
      at(2, 'c1', 'expired'),
      at(3, 'c1', 'working'),
      at(4, 'c2', 'working'),
      at(5, 'c1', 'revoked'),
    ];
    const once = eachEventOnce(history, duplicates);
    expect(once.map(({ id }) => id)).toEqual(['c2@1', 'c1@3', 'c1@5']);
    expect(new Set(once.map((one) => one.account))).toEqual(new Set(['c1/twitter#1']));
  });

  it('keeps a change that one connection saw twice', () => {
    const twice = [at(1, 'c1', 'expired'), at(2, 'c1', 'expired')];
    expect(eachEventOnce(twice, duplicates)).toEqual(twice);
  });

  it('is the same array if no two connections share an account', () => {
    const history = [at(1, 'c1', 'expired')];
    expect(eachEventOnce(history, new Map())).toBe(history);
  });
});
