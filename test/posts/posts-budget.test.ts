import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { checkNow } from '@/utils/commands/connections';
import { changeSettings } from '@/utils/commands/settings/change-settings';
import { alarmName } from '@/utils/schedule/alarm';
import { day, hour, minute } from '../builders';
import type { World } from '../monitor/world';
import { postsNow, startPostsWorld, work } from './posts-world';

interface Read {
  what: string;
  at: number;
}

interface Course {
  hours: number;
  /** How many posts are scheduled; a page holds 4. */
  posts: number;
  /** When "Check now" is pressed, in minutes from the start. */
  presses?: readonly number[];
  /** Minutes at which an account alternately disappears and returns. */
  flaps?: readonly number[];
}

/** Simulates hours in a browser: alarms go off, and "Check now" is pressed. */
async function live({ hours, posts, presses = [], flaps = [] }: Course) {
  fakeBrowser.reset();
  const world = await startPostsWorld();
  const { schedPilot, now, pass, http, asked } = world;
  const reads: Read[] = asked.map(() => ({ what: 'accounts', at: now() }));
  const counting: World = {
    ...world,
    http: {
      ...http,
      fetch(input, init) {
        const { pathname } = new URL(String(input));
        reads.push({ what: pathname.split('/').pop() ?? '', at: now() });
        return http.fetch(input, init);
      },
    },
  };
  await changeSettings(now(), { checkEveryMinutes: 5 });
  schedPilot.state.postsPerPage = 4;
  for (let i = 0; i < posts; i += 1) schedPilot.addPost({ at: now() + day, accounts: [203] });
  schedPilot.addPost({ at: now() - minute, accounts: [204], status: 'failed' });
  await work(counting);

  const flapping = { id: 203, type: 'youtube', name: 'Harbour Films' };
  for (let elapsed = 1; elapsed <= hours * 60; elapsed += 1) {
    // A press just after a check would wait 10 seconds on a clock that stands still.
    pass(0.4);
    if (flaps.includes(elapsed)) {
      const { accounts } = schedPilot.state;
      if (accounts.some(({ id }) => id === 203)) schedPilot.drop('Harbour Films');
      else accounts.push(flapping);
    }
    if (presses.includes(elapsed)) {
      await checkNow(now(), {});
      await work(counting);
    }
    pass(0.6);
    const alarm = await fakeBrowser.alarms.get(alarmName);
    if (alarm && alarm.scheduledTime <= now()) await work(counting);
  }
  return { world, reads };
}

const hourOf = ({ at }: Read) => Math.floor(at / hour);

describe('a SchedPilot hour with everything switched on', () => {
  const anyMinutes = fc.array(fc.integer({ min: 1, max: 120 }), { maxLength: 30 });

  it('stays within 20 reads, whatever happens', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyMinutes,
        anyMinutes,
        fc.constantFrom(0, 6, 100),
        async (presses, flaps, posts) => {
          const { world, reads } = await live({ hours: 2, posts, presses, flaps });
          for (const inOneHour of Map.groupBy(reads, hourOf).values()) {
            expect(inOneHour.length).toBeLessThanOrEqual(20);
          }
          // As the service itself counts them.
          expect(world.schedPilot.state.reads.used).toBeLessThanOrEqual(20);
        },
      ),
      { numRuns: 6 },
    );
  }, 120_000);

  it('checks the accounts in each of their slots, however many posts there are', async () => {
    const { reads } = await live({ hours: 2, posts: 100 });
    const checks = reads.filter(({ what }) => what === 'accounts');
    const gaps = checks.slice(1).map(({ at }, i) => at - (checks[i]?.at ?? 0));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(6 * minute);
    expect(reads.some(({ what }) => what === 'posts')).toBe(true);
  });

  it('reads all pages over several hours, and publishes them together', async () => {
    const few = await live({ hours: 1, posts: 60 });
    expect(await postsNow(few.world)).toMatchObject({ scheduled: [] });
    expect(await postsNow(few.world)).not.toHaveProperty('readAt');
    const all = await live({ hours: 4, posts: 60 });
    const atRisk = await postsNow(all.world);
    expect(atRisk?.scheduled.map(({ times }) => times.length)).toEqual([60]);
  }, 60_000);

  it('leaves reads for rechecks and “Check now”', async () => {
    const presses = [31, 36, 41];
    const { reads } = await live({ hours: 1, posts: 100, presses, flaps: [45] });
    const second = Map.groupBy(reads, hourOf);
    const checks = [...second.values()].map((all) => all.filter(({ what }) => what === 'accounts'));
    expect(checks.flat().length).toBeGreaterThanOrEqual(12 + presses.length);
  });
});
