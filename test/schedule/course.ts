import { targetAfterFailure, targetAfterListing } from '@/utils/schedule/after-check';
import { type Queued, queueOf } from '@/utils/schedule/check-queue';
import {
  confirmedError,
  connectionAfterFailure,
  connectionAfterListing,
  haltsConnection,
} from '@/utils/schedule/connection-block';
import { phaseOf } from '@/utils/schedule/next-check';
import { countRead, readsUsed } from '@/utils/schedule/read-budget';
import type { ServiceError } from '@/utils/services/result';
import type { MonitoredConnection } from '@/utils/state/app-state';
import { now } from '../builders';

/** A check that was made. Times are ms since the epoch, as the clock shows them. */
export interface Check {
  target: string;
  at: number;
  endedAt: number;
  error?: ServiceError;
  /** The time (ms) from the start of the course to that of the check, whatever the clock did. */
  elapsed: number;
}

export interface Course {
  from: readonly MonitoredConnection[];
  intervalMs: number;
  /** Its length in ms. Times here are counted from its start, whatever the clock does. */
  lasts: number;
  /** When "Check now" is pressed. */
  presses?: readonly number[];
  /** When the clock jumps, and how far (ms): ahead as after a sleep, or back. */
  jumps?: readonly { after: number; by: number }[];
  /** The result of a check; by default an immediate listing. */
  answer?: (elapsed: number, target: string) => { tookMs: number; error?: ServiceError };
  random?: () => number;
  /** The shortest time (ms) for which the background sleeps if nothing is due. */
  sleepMs?: number;
}

const parallel = 4;
const nothingListed = { accounts: [], unreadable: { ids: [], unidentified: 0 } };

/** Runs a schedule as the monitor does: everything that is due, four at a time, then again. */
export function run(course: Course): Check[] {
  const { intervalMs, lasts, presses = [], jumps = [], random = () => 0, sleepMs = 0 } = course;
  const answer: NonNullable<Course['answer']> = course.answer ?? (() => ({ tookMs: 0 }));
  const connections = new Map(course.from.map((one) => [one.connection.id, one]));
  const checks: Check[] = [];
  const events = [...presses.map((after) => ({ after, by: undefined })), ...jumps].sort(
    (a, b) => a.after - b.after,
  );
  let elapsed = 0;
  let jumped = 0;
  /** Connections that were refused or limited in this run. */
  const halted = new Set<string>();
  const underway: { until: number; commit: () => void }[] = [];
  const clockAt = (time: number) => now + time + jumped;

  /** Begins a check if it is allowed; its result is committed later. */
  function begin({ connection: { connection }, target: queued }: Queued, start: number) {
    const { id, target } = queued;
    const before = connections.get(connection.id);
    const at = clockAt(start);
    const reads = before && readsUsed(before, at);
    if (!before || halted.has(connection.id) || (reads && reads.used >= reads.limit)) return start;

    const { tookMs, error } = answer(start, id);
    const endedAt = at + tookMs;
    const check: Check = { target: id, at, endedAt, elapsed: start, ...(error && { error }) };
    checks.push(check);
    connections.set(connection.id, { ...before, state: countRead(before.state, at) });
    const plan = { intervalMs, phase: phaseOf(connection, target), random: random() };
    const times = { startedAt: at, endedAt };
    const commit = () => {
      const current = connections.get(connection.id) ?? before;
      const index = current.targets.findIndex((one) => one.id === id);
      const checked = current.targets[index] ?? queued;
      if (error && haltsConnection(error)) halted.add(connection.id);
      const state = error
        ? connectionAfterFailure(current.state, error, endedAt)
        : connectionAfterListing(current.state, at, endedAt);
      const judged = error && confirmedError(error, state);
      if (judged) check.error = judged;
      connections.set(connection.id, {
        connection,
        state,
        targets: current.targets.with(index, {
          ...checked,
          state: judged
            ? targetAfterFailure(checked.state, judged, times, plan)
            : targetAfterListing(checked.state, nothingListed, times, plan),
        }),
      });
    };
    underway.push({ until: start + tookMs, commit });
    return start + tookMs;
  }

  /** Commits the checks that ended by a time, in the order in which they ended. */
  function commitUntil(time: number): void {
    underway.sort((a, b) => a.until - b.until);
    while ((underway[0]?.until ?? Number.POSITIVE_INFINITY) <= time) underway.shift()?.commit();
  }

  for (;;) {
    const queue = queueOf({ connections: [...connections.values()] }, clockAt(elapsed));
    const wait = Math.max(0, (queue[0]?.at ?? Number.POSITIVE_INFINITY) - clockAt(elapsed));
    const wakesAt = elapsed + (wait > 0 ? Math.max(wait, sleepMs) : 0);
    const [event] = events;
    if (event && event.after <= wakesAt) {
      events.shift();
      elapsed = Math.max(elapsed, event.after);
      if (event.by !== undefined) jumped += event.by;
      else {
        const askedAt = clockAt(event.after);
        for (const [id, one] of connections) {
          connections.set(id, { ...one, state: { ...one.state, askedAt } });
        }
      }
      continue;
    }
    elapsed = wakesAt;
    if (elapsed > lasts) return checks;
    halted.clear();
    const checkedBefore = checks.length;
    const free = Array.from({ length: parallel }, () => elapsed);
    for (const queued of queue.filter(({ at }) => at <= clockAt(elapsed))) {
      const start = Math.min(...free);
      commitUntil(start);
      free[free.indexOf(start)] = begin(queued, start);
    }
    elapsed = Math.max(...free);
    commitUntil(elapsed);
    if (checks.length === checkedBefore) throw new Error('What is due may not be checked');
  }
}
