import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checksAfterOpening,
  checksAfterReturn,
  stillReconnecting,
} from '@/utils/schedule/reconnect-checks';
import { account, checked, hour, minute, now } from '../builders';
import { firstDueAt } from './due/first-due-at';

const expired = account({ status: 'expired' });
const reconnecting = { account: expired.key, checksAt: checksAfterOpening(now) };

describe('an account being reconnected', () => {
  it('is due at the next recheck, or in its slot if that is sooner', () => {
    const due = (nextCheckAt: number) =>
      firstDueAt({ targets: [checked({ nextCheckAt, reconnecting })] });
    expect(due(now + hour)).toBe(now + minute);
    expect(due(now + 1)).toBe(now + 1);
  });

  it('is rechecked until it works', () => {
    const works = account();
    expect(stillReconnecting(reconnecting, [works], now + minute)).toBeUndefined();
    expect(stillReconnecting(reconnecting, [expired], now + minute)).toEqual({
      account: expired.key,
      checksAt: reconnecting.checksAt.slice(1),
    });
    expect(stillReconnecting(reconnecting, [], now + minute)?.checksAt).toHaveLength(3);
    const other = account({ id: '2', key: 'other' });
    expect(stillReconnecting(reconnecting, [other, expired], now + minute)?.checksAt).toHaveLength(
      3,
    );
  });

  it('is rechecked only a few times, once at each of them', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20 * minute), { maxLength: 40 }), (waits) => {
        let state: typeof reconnecting | undefined = { ...reconnecting };
        let taken = 0;
        let at = now;
        for (const wait of waits) {
          at += wait;
          const before: number = state?.checksAt.length ?? 0;
          state = stillReconnecting(state, [expired], at);
          if ((state?.checksAt.length ?? 0) < before) taken += 1;
          expect(state?.checksAt.every((look) => look > at) ?? true).toBe(true);
        }
        expect(taken).toBeLessThanOrEqual(reconnecting.checksAt.length);
      }),
    );
  });

  it('is rechecked the moment its owner is back, and again within minutes', () => {
    const looks = checksAfterReturn(now);
    expect(looks.map((at) => at - now)).toEqual([0, minute / 2, 2 * minute, 5 * minute]);
  });
});
