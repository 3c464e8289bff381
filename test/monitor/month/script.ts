import type { ServiceId } from '@/utils/services/registry';
import type { Settings } from '@/utils/state/settings';
import { day, hour, minute } from '../../builders';
import { type Random, randomFrom } from './random';

/** What a service says about an account; `gone` if its listing lacks it. */
export type Truth = 'working' | 'expired' | 'revoked' | 'gone';

/** The targets: SchedPilot's one, and two of Synposter's profiles. */
export const places = ['schedpilot', 'brand', 'shop'] as const;
export type Place = (typeof places)[number];

export function serviceOf(place: Place): ServiceId {
  return place === 'schedpilot' ? 'schedpilot' : 'synposter';
}

/** 40 accounts, by name. */
export const accountsOf: Readonly<Record<Place, readonly string[]>> = {
  schedpilot: Array.from({ length: 14 }, (_, i) => `pilot${i}`),
  brand: Array.from({ length: 14 }, (_, i) => `brand${i}`),
  shop: Array.from({ length: 12 }, (_, i) => `shop${i}`),
};

export interface Span {
  /** ms since the month began, as are all times of a script. */
  from: number;
  to: number;
}

/** Accounts of a place that change together. */
export interface Change {
  at: number;
  place: Place;
  accounts: readonly string[];
  to: Truth;
  isMass: boolean;
}

const lies = ['empty', 'half'] as const;
const failures = ['server', 'network', 'html', 'cut-off', 'firewall', 'rejected-once'] as const;

export interface Fault extends Span {
  service: ServiceId;
  kind: (typeof lies)[number] | (typeof failures)[number] | 'rejected' | 'busy-429' | 'busy-503';
}

/** What happens in a month. */
export interface Script {
  seed: number;
  length: number;
  intervalMinutes: Settings['checkEveryMinutes'];
  changes: readonly Change[];
  faults: readonly Fault[];
  sleeps: readonly Span[];
  clockChanges: readonly { at: number; by: number }[];
}

/** The longest Retry-After of a script. */
export const longestBusy = hour / 2;

/**
 * A month at the longest interval, and as many checks at the shorter ones: the time between
 * events shrinks with the interval; the length of faults and sleep does not.
 */
export function scriptFrom(seed: number): Script {
  const random = randomFrom(seed);
  const intervalMinutes = random.one([15, 30, 60, 120, 360] as const);
  const pace = intervalMinutes / 360;
  const length = 30 * day * pace;
  return {
    seed,
    length,
    intervalMinutes,
    changes: changesIn(length, pace, random),
    faults: [
      ...faultsOf('schedpilot', length, pace, random),
      ...faultsOf('synposter', length, pace, random),
    ],
    sleeps: sleepsIn(length, pace, random),
    clockChanges: [random.whole(5, 12), random.whole(16, 25)].map((days) => ({
      at: days * day * pace + random.whole(0, day * pace),
      by: random.one([hour, -hour]),
    })),
  };
}

/**
 * Each account breaks once at most, and may be fixed days later. A target keeps five accounts or
 * none: losing all of fewer than three accounts is not a mass drop.
 */
function changesIn(length: number, pace: number, random: Random): Change[] {
  const untouched = new Map<Place, readonly string[]>(
    places.map((place) => [place, accountsOf[place]]),
  );
  const changes: Change[] = [];
  for (let at = random.whole(day, 3 * day) * pace; at < length - 8 * day * pace; ) {
    const place = random.one(places);
    const left = untouched.get(place) ?? [];
    const isMass = random.next() < 0.15 && left.length >= 10;
    const kept = isMass && left.length === accountsOf[place].length ? random.one([0, 5]) : 5;
    const most = Math.max(0, left.length - kept);
    const accounts = left.slice(0, isMass ? most : Math.min(most, random.one([1, 1, 1, 2])));
    untouched.set(place, isMass ? [] : left.slice(accounts.length));
    const isGone = isMass || place === 'schedpilot' || random.next() < 0.3;
    const to = isGone ? 'gone' : random.one(['expired', 'revoked'] as const);
    if (accounts.length > 0) {
      changes.push({ at, place, accounts, to, isMass });
      const mendedAt = at + random.whole(4 * day, 7 * day) * pace;
      const isMended = random.next() < 0.6;
      if (isMended) changes.push({ at: mendedAt, place, accounts, to: 'working', isMass: false });
    }
    at += random.whole(hour, 2 * day) * pace;
  }
  return changes.sort((a, b) => a.at - b.at);
}

function faultsOf(service: ServiceId, length: number, pace: number, random: Random): Fault[] {
  const kinds = [...lies, ...lies, ...failures, 'rejected', 'busy-429', 'busy-503'] as const;
  const faults: Fault[] = [];
  for (let from = random.whole(hour, day) * pace; from < length - 2 * day * pace; ) {
    const kind = random.one(kinds);
    const to = from + lastsOf(kind, random);
    faults.push({ service, kind, from, to });
    // An empty list must be seen to be over before the next one begins.
    from = to + Math.max(hour, random.whole(day, 4 * day) * pace);
  }
  return faults;
}

function lastsOf(kind: Fault['kind'], random: Random): number {
  switch (kind) {
    case 'empty':
    case 'half':
      return random.whole(minute, 28 * minute);
    case 'rejected':
      return random.whole(14 * hour, 30 * hour);
    // Shorter than the pause before the second check.
    case 'rejected-once':
      return random.whole(minute / 4, minute / 2);
    case 'busy-429':
    case 'busy-503':
      return random.whole(5 * minute, hour);
    default:
      return random.whole(5 * minute, 4 * hour);
  }
}

function sleepsIn(length: number, pace: number, random: Random): Span[] {
  const sleeps: Span[] = [];
  for (let from = random.whole(day, 4 * day) * pace; from < length - 2 * day * pace; ) {
    const to = from + random.whole(hour, 12 * hour);
    sleeps.push({ from, to });
    from = to + random.whole(day, 4 * day) * pace;
  }
  return sleeps;
}
