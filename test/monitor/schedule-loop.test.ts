import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phaseOf } from '@/utils/monitor/commit';
import { countRead } from '@/utils/monitor/connection-block';
import { afterListing } from '@/utils/monitor/next-check';
import { queueOf } from '@/utils/monitor/queue';
import type { WatchedConnection } from '@/utils/monitor/watched';
import { checked, day, hour, minute, now, second, watchedConnection } from '../builders';
import { anyInterval } from './arbitrary';

interface Check {
  target: string;
  at: number;
}

interface Course {
  from: WatchedConnection;
  intervalMs: number;
  until: number;
  /** When somebody presses "Check now"; each time once. */
  presses?: readonly number[];
  /** While asleep nothing runs. */
  asleep?: { from: number; until: number };
}

/** Runs a connection’s schedule as the monitor does, with a service that answers at once. */
function run({ from, intervalMs, until, presses = [], asleep }: Course): Check[] {
  let connection = from;
  let at = now;
  const checks: Check[] = [];
  const waiting = [...presses].sort((a, b) => a - b);

  for (;;) {
    const [next] = queueOf({ connections: [connection] }, at);
    const press = waiting[0] ?? Number.POSITIVE_INFINITY;
    at = Math.max(at, Math.min(next?.at ?? Number.POSITIVE_INFINITY, press));
    if (asleep && at > asleep.from && at < asleep.until) at = asleep.until;
    if (at > until) return checks;
    if (press <= at) {
      waiting.shift();
      connection = { ...connection, state: { ...connection.state, askedAt: at } };
    } else if (next) {
      const { target } = next;
      checks.push({ target: target.id, at });
      const plan = { intervalMs, phase: phaseOf(connection.connection, target.target), random: 0 };
      const nextCheckAt = afterListing(target.state, undefined, at, plan);
      const state = checked({ nextCheckAt, last: { at, tookMs: 0 }, goodAt: at });
      connection = {
        ...connection,
        state: countRead(connection.state, at),
        targets: connection.targets.map((other) =>
          other === target ? { ...other, state } : other,
        ),
      };
    }
  }
}

function profiles(count: number, intervalMs: number): WatchedConnection {
  return watchedConnection({
    connection: { service: 'synposter' },
    targets: Array.from({ length: count }, (_, i) =>
      checked({ nextCheckAt: now + (intervalMs * (i + 1)) / count }),
    ),
  });
}

function checksOf(checks: readonly Check[], target: string, from: number, to: number): number {
  return checks.filter((check) => check.target === target && check.at > from && check.at <= to)
    .length;
}

describe('the schedule of a connection', () => {
  it('checks each target once in every interval', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), anyInterval, (count, intervalMs) => {
        const from = profiles(count, intervalMs);
        const checks = run({ from, intervalMs, until: now + 5 * intervalMs });
        for (const { id } of from.targets) {
          for (const turn of [0, 1, 2, 3, 4]) {
            const start = now + turn * intervalMs;
            expect(checksOf(checks, id, start, start + intervalMs)).toBe(1);
          }
        }
      }),
    );
  });

  it('makes one catch-up check of each target after a long sleep, then takes turns again', () => {
    const anySleep = fc.integer({ min: 2, max: 500 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        anyInterval,
        anySleep,
        (count, intervalMs, intervals) => {
          const from = profiles(count, intervalMs);
          const asleep = { from: now + 1, until: now + intervals * intervalMs + 7 };
          const wakes = asleep.until;
          const checks = run({ from, intervalMs, until: wakes + 2 * intervalMs, asleep });
          for (const { id } of from.targets) {
            expect(checksOf(checks, id, now, wakes)).toBe(1);
            expect(checksOf(checks, id, wakes, wakes + intervalMs)).toBe(1);
            expect(checksOf(checks, id, wakes + intervalMs, wakes + 2 * intervalMs)).toBe(1);
          }
          const turns = checks.filter(({ at }) => at > wakes && at <= wakes + intervalMs);
          expect(new Set(turns.map(({ at }) => at)).size).toBe(count);
        },
      ),
    );
  });

  it('reads SchedPilot at most 20 times a clock hour, however often somebody asks', () => {
    const anyPresses = fc.array(fc.integer({ min: now, max: now + 2 * hour }), {
      minLength: 60,
      maxLength: 200,
    });
    fc.assert(
      fc.property(anyPresses, (presses) => {
        const from = watchedConnection();
        const checks = run({ from, intervalMs: 5 * minute, until: now + 3 * hour, presses });
        const reads = Map.groupBy(checks, ({ at }) => Math.floor(at / hour));
        for (const inOneHour of reads.values()) expect(inOneHour.length).toBeLessThanOrEqual(20);
        expect(checks.length).toBeGreaterThan(20);
      }),
      { numRuns: 20 },
    );
  });

  it('needs no more than its reads at the shortest interval', () => {
    const from = watchedConnection();
    const checks = run({ from, intervalMs: 5 * minute, until: now + day });
    expect(checks).toHaveLength(day / (5 * minute));
  });

  it('leaves 10 seconds between checks, however fast somebody presses', () => {
    const presses = Array.from({ length: 60 }, (_, i) => now + i * second);
    const from = watchedConnection();
    const checks = run({ from, intervalMs: hour, until: now + minute, presses });
    expect(checks.map(({ at }) => at - now)).toEqual(
      [0, 10, 20, 30, 40, 50, 60].map((s) => s * second),
    );
  });
});
