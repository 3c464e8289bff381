import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { changeSettings } from '@/utils/commands/settings/change-settings';
import { commitFailingPosts } from '@/utils/posts/commit-failing-posts';
import { connectionsItem, outboxItem } from '@/utils/state/items';
import { readSchedule } from '@/utils/state/read-state';
import { readItems } from '@/utils/storage/read-items';
import { transaction } from '@/utils/storage/transaction';
import { connection, hour } from '../builders';
import { startCheckedWorld, type World } from '../monitor/world';
import { films, requestsOf, startPostsWorld, work } from './posts-world';

let world: World;
beforeEach(async () => {
  world = await startPostsWorld();
});

const written = async () => Object.keys(await fakeBrowser.storage.local.get(null));

describe('posts that are no longer monitored', () => {
  it('are forgotten in the middle of paging, and read from the start later', async () => {
    world.schedPilot.state.postsPerPage = 1;
    for (let i = 0; i < 30; i += 1) {
      world.schedPilot.addPost({ at: world.now() + 12 * hour, accounts: [films] });
    }
    await work(world);
    expect(await written()).toContainEqual(expect.stringMatching(/^reading\//));
    await changeSettings(world.now(), { watchPosts: false });
    expect(await written()).not.toContainEqual(expect.stringMatching(/^(reading|stake)\//));

    world.pass(60);
    await changeSettings(world.now(), { watchPosts: true });
    const [, first] = await requestsOf(world, () => work(world));
    expect(first).toBe('scheduled 1');
  });

  it('are forgotten beside a connection that never answered', async () => {
    world.schedPilot.addPost({ at: world.now() - hour, accounts: [films], status: 'failed' });
    await work(world);
    await transaction(world.now(), async (tx) => {
      const [connections] = await tx.get([connectionsItem]);
      tx.put(connectionsItem, [connection({ id: 'new' }), ...connections]);
    });
    await changeSettings(world.now(), { watchPosts: false });
    expect(await written()).not.toContainEqual(expect.stringMatching(/^stake\//));
  });

  it('cause no write of accounts or history if none had failed', async () => {
    await work(world);
    const set = vi.spyOn(fakeBrowser.storage.local, 'set').mockClear();
    await changeSettings(world.now(), { watchPosts: false });
    expect(set.mock.calls.flatMap(([items]) => Object.keys(items))).toEqual(['settings']);
  });
});

it('a notice of failing posts names the account’s profile', async () => {
  world = await startCheckedWorld();
  const { connections } = await readSchedule(world.now());
  const agency = connections.find((found) => found.connection.service === 'synposter');
  if (!agency) throw new Error('There is no such connection');
  const failures = new Map(
    world.synposter.state.accounts
      .filter(({ handle }) => handle === 'alice_support' || handle === 'northwind_eu')
      .map(({ id }) => [id, [world.now() - hour]]),
  );
  await transaction(world.now(), (tx) =>
    commitFailingPosts(tx, agency.connection, { failures, scheduledPosts: new Map() }, world.now()),
  );
  const [{ waiting }] = await readItems([outboxItem]);
  expect(waiting).toMatchObject([
    { label: '@alice_support', trouble: 'posts-failing', client: 'Alice’s Brand' },
    { label: '@northwind_eu', trouble: 'posts-failing', client: 'Northwind Traders' },
  ]);
});
