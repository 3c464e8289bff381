import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConditionChange } from '@/utils/accounts/history/condition-changes';
import { isDown, uptimeBetween } from '@/utils/accounts/history/uptime';
import { troubles } from '@/utils/accounts/trouble';
import { interruptionsBetween } from '@/utils/report/interruptions';

const state = fc.constantFrom('working' as const, 'absent' as const, ...troubles);
const changes = fc
  .uniqueArray(fc.nat(5_000), { maxLength: 14 })
  .chain((times) =>
    fc.tuple(
      ...times
        .toSorted((a, b) => a - b)
        .map((at): fc.Arbitrary<ConditionChange> => fc.record({ at: fc.constant(at), state })),
    ),
  );
const period = fc
  .tuple(fc.nat(5_000), fc.nat(5_000))
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

describe('interruptionsBetween', () => {
  it('adds up to the downtime', () => {
    fc.assert(
      fc.property(changes, period, (changes, [from, to]) => {
        const sum = interruptionsBetween(changes, from, to).reduce(
          (ms, { downMs }) => ms + downMs,
          0,
        );
        expect(sum).toBe(uptimeBetween(changes, from, to).downMs);
      }),
    );
  });

  it('has each down moment in exactly one interruption, with its reason', () => {
    fc.assert(
      fc.property(changes, period, fc.nat(5_000), (changes, [from, to], moment) => {
        fc.pre(moment >= from && moment < to);
        const state = changes.findLast(({ at }) => at <= moment)?.state ?? 'absent';
        const around = interruptionsBetween(changes, from, to).filter(
          ({ began, ended = to }) => began <= moment && moment < ended,
        );
        expect(around).toHaveLength(isDown(state) ? 1 : 0);
        if (isDown(state)) expect(around[0]?.kinds).toContain(state);
      }),
    );
  });

  it('says when one ended, also after the period', () => {
    const changes: ConditionChange[] = [
      { at: 0, state: 'working' },
      { at: 10, state: 'expired' },
      { at: 40, state: 'revoked' },
      { at: 60, state: 'working' },
    ];
    expect(interruptionsBetween(changes, 0, 30)).toEqual([
      { began: 10, isOlder: false, ended: 60, downMs: 20, kinds: ['expired'] },
    ]);
  });

  it('says which began before the period and which outlast it', () => {
    const changes: ConditionChange[] = [
      { at: 0, state: 'working' },
      { at: 10, state: 'expired' },
      { at: 30, state: 'revoked' },
      { at: 40, state: 'working' },
      { at: 90, state: 'unlisted' },
    ];
    expect(interruptionsBetween(changes, 20, 100)).toEqual([
      { began: 10, isOlder: true, ended: 40, downMs: 20, kinds: ['expired', 'revoked'] },
      { began: 90, isOlder: false, downMs: 10, kinds: ['unlisted'] },
    ]);
  });
});
