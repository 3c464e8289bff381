import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConditionChange } from '@/utils/accounts/history/condition-changes';
import { uptimeBetween, uptimeOfAll, uptimeShare } from '@/utils/accounts/history/uptime';
import { troubles } from '@/utils/accounts/trouble';

const state = fc.constantFrom('working' as const, 'absent' as const, ...troubles);
const changes = fc
  .uniqueArray(fc.nat(10_000), { maxLength: 12 })
  .chain((times) =>
    fc.tuple(
      ...times.toSorted((a, b) => a - b).map((at) => fc.record({ at: fc.constant(at), state })),
    ),
  );
const period = fc
  .tuple(fc.nat(10_000), fc.nat(10_000))
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

/** The same, by looking at each millisecond. */
function counted(changes: readonly ConditionChange[], from: number, to: number) {
  const uptime = { monitoredMs: 0, downMs: 0 };
  for (let at = from; at < to; at += 1) {
    const state = changes.findLast((change) => change.at <= at)?.state ?? 'absent';
    if (state === 'absent') continue;
    uptime.monitoredMs += 1;
    if (!['working', 'will-expire', 'unknown'].includes(state)) uptime.downMs += 1;
  }
  return uptime;
}

describe('uptimeBetween', () => {
  it('counts each millisecond once, as monitored and as down', () => {
    fc.assert(
      fc.property(changes, period, (changes, [from, to]) => {
        expect(uptimeBetween(changes, from, to)).toEqual(counted(changes, from, to));
      }),
      { numRuns: 60 },
    );
  });

  it('adds up over neighbouring periods', () => {
    fc.assert(
      fc.property(changes, period, fc.nat(10_000), (changes, [from, middle], more) => {
        const to = middle + more;
        expect(
          uptimeOfAll([uptimeBetween(changes, from, middle), uptimeBetween(changes, middle, to)]),
        ).toEqual(uptimeBetween(changes, from, to));
      }),
    );
  });
});

describe('uptimeShare', () => {
  it('is 1 only without any downtime, and never more', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e12 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (monitoredMs, part) => {
          const downMs = Math.round(monitoredMs * part);
          const share = uptimeShare({ monitoredMs, downMs }) ?? -1;
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
          if (downMs > 0) expect(share).toBeLessThan(1);
          else expect(share).toBe(1);
        },
      ),
    );
  });

  it('is unknown where nothing was monitored', () => {
    expect(uptimeShare({ monitoredMs: 0, downMs: 0 })).toBeUndefined();
  });
});
