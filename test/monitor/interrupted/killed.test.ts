import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { historyItem, outboxItem } from '@/utils/state/items';
import { readState } from '@/utils/state/read-state';
import { readItems } from '@/utils/storage/read-items';
import { recordShown, startCheckedWorld, startWorker, type World } from '../world';
import { stopAtEachChange } from './stop-at-each-change';

/** Both connections, checked, and then a change of every kind at the services. */
async function startWithChanges(): Promise<World> {
  const world = await startCheckedWorld();
  const { http } = world;
  world.pass(16);
  world.schedPilot.drop('Harbour Films');
  await startWorker(http).run();
  world.pass(2);
  world.synposter.change('alice', { status: 'expired' });
  world.synposter.change('northwind', { status: 'active' });
  world.pass(15);
  return world;
}

async function changes(): Promise<string[]> {
  const [history] = await readItems([historyItem]);
  return history.map(({ label, from, to }) => `${label} ${from} > ${to}`).toSorted();
}

const everyChange = [
  '@alice working > expired',
  '@harbourfilms working > unlisted',
  '@northwind revoked > working',
];

describe('a background stopped at any await of a check', () => {
  it('loses nothing and repeats nothing', async () => {
    const world = await startWithChanges();
    await stopAtEachChange(world, async (run, where) => {
      const shown = recordShown();
      await run();
      world.pass(1);
      await startWorker(world.http).run();

      expect(await changes(), where).toEqual(everyChange);
      expect(
        shown()
          .map((id) => id.replace(/^.*>/, ''))
          .toSorted(),
        where,
      ).toEqual(['expired', 'unlisted', 'working']);
      expect((await readItems([outboxItem]))[0], where).toEqual({ waiting: [], notifications: [] });
      const { accounts } = await readState(world.now());
      expect([...accounts.values()].flat(), where).toHaveLength(14);
      expect(await fakeBrowser.action.getBadgeText({}), where).toBe('3');
    });
  });
});
