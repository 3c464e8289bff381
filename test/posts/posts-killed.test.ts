import { describe, expect, it } from 'vitest';
import { historyItem, outboxItem } from '@/utils/state/items';
import { readItems } from '@/utils/storage/read-items';
import { hour } from '../builders';
import { stopAtEachChange } from '../monitor/interrupted/stop-at-each-change';
import { recordShown } from '../monitor/world';
import { postsNow, requestsOf, startPostsWorld, work } from './posts-world';

const pages = ['scheduled 1', 'scheduled 2', 'failed 1', 'posted 1'];

describe('a background stopped at any await while it reads posts', () => {
  it('repeats at most the page in flight', async () => {
    const world = await startPostsWorld();
    const { schedPilot, now } = world;
    schedPilot.state.postsPerPage = 2;
    for (let i = 0; i < 3; i += 1) schedPilot.addPost({ at: now() + hour, accounts: [203] });
    schedPilot.addPost({ at: now() - hour, accounts: [204], status: 'failed' });

    await stopAtEachChange(world, async (run, where) => {
      const shown = recordShown();
      const asked = await requestsOf(world, run);
      const published = await postsNow(world);
      if (published?.readAt === undefined) {
        expect(published?.scheduled, where).toEqual([]);
      }
      world.pass(1);
      asked.push(...(await requestsOf(world, () => work(world))));

      // In order, each once, except for at most one that is read twice.
      expect([...new Set(asked)], where).toEqual(pages);
      expect(asked.length - pages.length, where).toBeLessThanOrEqual(1);
      expect(asked, where).toEqual(asked.toSorted((a, b) => pages.indexOf(a) - pages.indexOf(b)));
      const atRisk = await postsNow(world);
      expect(
        atRisk?.scheduled.map(({ times }) => times.length),
        where,
      ).toEqual([3]);
      const [history, outbox] = await readItems([historyItem, outboxItem]);
      expect(
        history.map(({ to }) => to),
        where,
      ).toEqual(['posts-failing']);
      expect(shown(), where).toEqual([expect.stringMatching(/204@\d+>posts-failing$/)]);
      expect(outbox, where).toEqual({ waiting: [], notifications: [] });
    });
  });
});
