import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ServiceError } from '@/utils/services/result';
import { checked, minute, monitoredConnection, now, second } from '../builders';
import { run } from '../schedule/course';

const intervalMs = 5 * minute;
const lasts = 5 * intervalMs;
/** With this, a round of all targets, four at a time, takes most of an interval. */
const slowest = second;

const server: ServiceError = { kind: 'server', status: 500 };
const timeout: ServiceError = { kind: 'timeout' };

/** Ten connections of a hundred profiles each, all of them due. */
function thousandTargets() {
  return Array.from({ length: 10 }, (_, i) =>
    monitoredConnection({
      connection: { id: `c${i}`, service: 'synposter' },
      targets: Array.from({ length: 100 }, () => checked({ nextCheckAt: now })),
    }),
  );
}

it('each of 1,000 targets, some slow or failing, is checked within any three intervals', () => {
  const anyAnswers = fc.array(
    fc.record({
      error: fc.constantFrom(undefined, undefined, server, timeout),
      tookMs: fc.nat(slowest),
      random: fc.nat(99).map((percent) => percent / 100),
    }),
    { minLength: 7, maxLength: 50 },
  );
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      let given = 0;
      const inARow = new Map<string, number>();
      const answer = (_: number, target: string) => {
        given += 1;
        const { tookMs = 0, error } = answers[given % answers.length] ?? {};
        const failures = error ? (inARow.get(target) ?? 0) + 1 : 0;
        // The pause after a fourth failure in a row might exceed an interval.
        const fails = failures > 0 && failures < 4;
        inARow.set(target, fails ? failures : 0);
        return { tookMs, ...(fails && error && { error }) };
      };
      const random = () => answers[given % answers.length]?.random ?? 0;
      const from = thousandTargets();
      const checks = run({ from, intervalMs, lasts, answer, random, sleepMs: 30 * second });
      const byTarget = Map.groupBy(checks, ({ target }) => target);
      expect(byTarget.size).toBe(1_000);
      const gapsOf = (own: readonly { elapsed: number }[]) => {
        const times = [0, ...own.map(({ elapsed }) => elapsed), lasts];
        return times.slice(1).map((time, i) => time - (times[i] ?? 0));
      };
      const longest = [...byTarget.values()].map((own) => Math.max(...gapsOf(own)));
      expect(Math.max(...longest)).toBeLessThanOrEqual(3 * intervalMs);
    }),
    { numRuns: 2 },
  );
});
