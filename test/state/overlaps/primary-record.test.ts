import { describe, expect, it } from 'vitest';
import type { ServiceError } from '@/utils/services/result';
import { duplicateAccounts } from '@/utils/state/overlaps';
import { appState, checked, hour, minute, monitoredConnection, now } from '../../builders';
import { countedKeys, expired, listedBy, second, since } from './two-connections';

describe('the primary record', () => {
  const withCheck = (id: string, changes: Parameters<typeof checked>[0]) =>
    monitoredConnection({ connection: { id }, targets: [checked(changes)] });
  const failing = (id: string, error: ServiceError) =>
    withCheck(id, { last: { at: now, tookMs: 1, error } });

  it('does not belong to a paused connection', () => {
    const paused = monitoredConnection({ connection: { id: 'c1', paused: true } });
    const third = monitoredConnection({ connection: { id: 'c3' } });
    const state = appState([paused, second, third], {
      c1: [listedBy('c1')],
      c2: [listedBy('c2')],
      c3: [listedBy('c3')],
    });
    expect([...duplicateAccounts(state)]).toEqual([
      ['c1/twitter#1', listedBy('c2')],
      ['c3/twitter#1', listedBy('c2')],
    ]);
  });

  it.each<ServiceError>([
    { kind: 'refused', status: 401 },
    { kind: 'no-key' },
    { kind: 'no-permission' },
  ])('does not belong to a connection that a person has to fix: $kind', (error) => {
    const firstFails = failing('c1', error);
    expect(countedKeys({}, {}, [firstFails, second])).toEqual(['c2/twitter#1']);
    expect(countedKeys({}, {}, [firstFails, failing('c2', error)])).toEqual(['c1/twitter#1']);
  });

  it('stays the same through passing problems', () => {
    const broken = failing('c1', { kind: 'server', status: 502 });
    expect(countedKeys({}, {}, [broken, second])).toEqual(['c1/twitter#1']);
  });

  it('is the one that saw the last change, until the first connection sees it too', () => {
    expect(countedKeys({}, expired(now))).toEqual(['c2/twitter#1']);
    expect(countedKeys(expired(now + minute), expired(now))).toEqual(['c1/twitter#1']);
    expect(countedKeys(since(now + minute), expired(now))).toEqual(['c1/twitter#1']);
    expect(countedKeys(expired(now), since(now + minute))).toEqual(['c2/twitter#1']);
  });

  it('does not change when a new connection first finds the account working', () => {
    const found = { firstSeenAt: now, statusSince: now };
    expect(countedKeys({ failedPosts: 2, statusSince: now - hour }, found)).toEqual([
      'c1/twitter#1',
    ]);
  });

  it('changes when a new connection first finds the account in trouble', () => {
    const found = { firstSeenAt: now, ...expired(now) };
    expect(countedKeys(since(now - hour), found)).toEqual(['c2/twitter#1']);
  });

  it('is not one that lags three intervals behind another', () => {
    const late = (ms: number) => withCheck('c1', { listedAt: now - 10 * minute - ms });
    const limit = 45 * minute;
    expect(countedKeys(expired(now), {}, [late(limit), second])).toEqual(['c1/twitter#1']);
    expect(countedKeys(expired(now), {}, [late(limit + 1), second])).toEqual(['c2/twitter#1']);
  });
});
