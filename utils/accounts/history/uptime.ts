import { isWarning, type Trouble } from '../trouble';
import type { ConditionChange, DayState } from './condition-changes';

/** How long an account was monitored, and how long of that it was down, in ms. */
export interface Uptime {
  monitoredMs: number;
  downMs: number;
}

/**
 * An account's uptime between two moments (ms since the epoch). Warnings count as up, because the
 * account may still post. Time in gaps (`absent` by `withoutGaps`), before it was first seen, or while
 * its profile was gone isn't counted.
 *
 * @param changes from `conditionChanges`
 */
export function uptimeBetween(
  changes: readonly ConditionChange[],
  from: number,
  to: number,
): Uptime {
  let monitoredMs = 0;
  let downMs = 0;
  for (const [i, { at, state }] of changes.entries()) {
    const end = Math.min(to, changes[i + 1]?.at ?? to);
    const lastedMs = end - Math.max(from, at);
    if (lastedMs <= 0 || state === 'absent') continue;
    monitoredMs += lastedMs;
    if (isDown(state)) downMs += lastedMs;
  }
  return { monitoredMs, downMs };
}

/** True while an account can't post. */
export function isDown(state: DayState): state is Trouble {
  return state !== 'absent' && state !== 'working' && !isWarning(state);
}

/** The uptime of several accounts together: each counts for as long as it was monitored. */
export function uptimeOfAll(uptimes: readonly Uptime[]): Uptime {
  return uptimes.reduce(
    (sum, { monitoredMs, downMs }) => ({
      monitoredMs: sum.monitoredMs + monitoredMs,
      downMs: sum.downMs + downMs,
    }),
    { monitoredMs: 0, downMs: 0 },
  );
}

/**
 * The share of the monitored time that an account was up, from 0 to 1; `undefined` if it wasn't
 * monitored. Rounded down to a tenth of a percent, so that 1 means no downtime at all.
 */
export function uptimeShare({ monitoredMs, downMs }: Uptime): number | undefined {
  if (monitoredMs === 0) return undefined;
  return Math.floor((1 - downMs / monitoredMs) * 1000) / 1000;
}
