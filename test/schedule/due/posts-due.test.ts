import { describe, expect, it } from 'vitest';
import { postsDueAt, readsToKeep } from '@/utils/schedule/posts-due';
import type { MonitoredConnection } from '@/utils/state/app-state';
import { noPosts, type PostsState } from '@/utils/state/posts-state';
import { defaultSettings } from '@/utils/state/settings';
import type { TargetState } from '@/utils/state/target-state';
import { clockHour } from '@/utils/time';
import {
  checked,
  firstTarget,
  hour,
  type MonitoredChanges,
  minute,
  monitoredConnection,
  now,
  targetState,
} from '../../builders';

const settings = { ...defaultSettings, watchPosts: true };
const topOfHour = now + 30 * minute;
const atTopOfHour = checked({ nextCheckAt: topOfHour });

function due(
  posts: Partial<PostsState> | undefined,
  changes: MonitoredChanges = { targets: [atTopOfHour] },
) {
  const connection = monitoredConnection(changes);
  const known = posts && { posts: { ...noPosts, ...posts } };
  return postsDueAt({ ...connection, ...known }, settings, now);
}

/** One connection with a target for each state, which no service with posts has yet. */
function withTargets(...states: TargetState[]): MonitoredConnection {
  const connection = monitoredConnection();
  return { ...connection, targets: states.map((state) => ({ ...firstTarget(connection), state })) };
}

const noted = (since: number) => ({
  problem: { error: { kind: 'timeout' as const }, failures: 1, since, until: now + minute },
});

describe('posts are due', () => {
  it.each([
    ['now if nothing is known about them', undefined, now],
    ['now if they were never read', {}, now],
    ['an hour after they were read', { readAt: now - minute }, now + 59 * minute],
    ['an hour from now if they were just read', { readAt: now }, now + hour],
    ['now if they were requested since', { readAt: now - minute, wantedAt: now }, now],
    ['when a failed page may be retried', noted(now), now + minute],
    ['now if they were read before the clock was set back', { readAt: now + 1 }, now],
    ['now if a page failed before the clock was set back', noted(now + 1), now],
    [
      'an hour after they were read, despite a request from before the clock was set back',
      { readAt: now - minute, wantedAt: now + 1 },
      now + 59 * minute,
    ],
  ])('%s', (_, posts, at) => {
    expect(due(posts)).toBe(at);
  });

  it.each([
    [16, now],
    [17, topOfHour],
    [20, topOfHour],
  ])('once three reads are spare: with %i of 20 used, at %i', (used, at) => {
    const state = { reads: { hour: clockHour(now), used } };
    expect(due({}, { state, targets: [atTopOfHour] })).toBe(at);
  });

  it('only once every target was checked successfully', () => {
    const failed = checked({ last: { at: now, tookMs: 1, error: { kind: 'timeout' } } });
    const at = (...states: TargetState[]) => postsDueAt(withTargets(...states), settings, now);
    expect(at(atTopOfHour, atTopOfHour)).toBe(now);
    expect(at(atTopOfHour, failed)).toBe(Number.POSITIVE_INFINITY);
    expect(at(atTopOfHour, targetState())).toBe(Number.POSITIVE_INFINITY);
  });

  it('never if they are not monitored', () => {
    const connection = monitoredConnection();
    expect(postsDueAt(connection, defaultSettings, now)).toBe(Number.POSITIVE_INFINITY);
    expect(due({}, { connection: { service: 'synposter' } })).toBe(Number.POSITIVE_INFINITY);
    expect(due({}, { connection: { paused: true } })).toBe(Number.POSITIVE_INFINITY);
    expect(due({ off: { reason: 'shape' } })).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('reads kept back for checks are', () => {
  const reserve = 3;
  const kept = (...turns: number[]) =>
    readsToKeep(
      withTargets(...turns.map((nextCheckAt) => checked({ nextCheckAt }))),
      settings,
      now,
    );

  it.each([
    ['one for each turn that is still to come', 5 * minute, 2],
    ['one for a turn that was missed, and for those after it', -hour, 2],
    ['one for a turn just before the next hour', 30 * minute - 1, 1],
    ['none for a turn of the next hour', 30 * minute, 0],
    ['none for a turn much later', 6 * hour, 0],
  ])('%s', (_, turn, count) => {
    expect(kept(now + turn)).toBe(reserve + count);
  });

  it('as many as all targets need together', () => {
    expect(kept(now + 5 * minute, now + 20 * minute)).toBe(reserve + 3);
  });
});
