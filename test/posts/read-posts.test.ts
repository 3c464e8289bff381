import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { changeSettings } from '@/utils/commands/settings/change-settings';
import { historyItem, outboxItem } from '@/utils/state/items';
import { readItems } from '@/utils/storage/read-items';
import { hour, minute } from '../builders';
import { recordShown, startCheckedWorld, type World } from '../monitor/world';
import { films, postsNow, requestsOf, rowOf, startPostsWorld, work } from './posts-world';

let world: World;
beforeEach(async () => {
  world = await startPostsWorld();
});

const addPosts = (count: number, at = world.now() + hour) => {
  for (let i = 0; i < count; i += 1) world.schedPilot.addPost({ at: at + i, accounts: [films] });
};

async function changes(): Promise<string[]> {
  return (await readItems([historyItem]))[0].map(
    ({ label, from, to }) => `${label} ${from} > ${to}`,
  );
}

describe('posts', () => {
  it('are not requested unless monitored', async () => {
    await changeSettings(world.now(), { watchPosts: false });
    world.pass(16);
    expect(await requestsOf(world, () => work(world))).toEqual(['accounts']);
  });

  it('are requested at once, then an hour later', async () => {
    expect(await requestsOf(world, () => work(world))).toEqual(['scheduled 1', 'failed 1']);
    world.pass(59);
    expect(await requestsOf(world, () => work(world))).toEqual(['accounts']);
    world.pass(1);
    expect(await requestsOf(world, () => work(world))).toEqual(['scheduled 1', 'failed 1']);
  });

  it('are requested only from a service that lists them', async () => {
    fakeBrowser.reset();
    world = await startCheckedWorld();
    await changeSettings(world.now(), { watchPosts: true });
    expect(await requestsOf(world, () => work(world))).toEqual(['scheduled 1', 'failed 1']);
  });

  it('are requested page by page', async () => {
    addPosts(250);
    expect(await requestsOf(world, () => work(world))).toEqual([
      'scheduled 1',
      'scheduled 2',
      'scheduled 3',
      'failed 1',
    ]);
    expect((await postsNow(world))?.scheduled).toMatchObject([
      { account: String(films), times: expect.objectContaining({ length: 250 }) },
    ]);
  });

  it('show what is at risk when an account is no longer listed, and are requested at once', async () => {
    await work(world);
    world.pass(16);
    addPosts(4);
    world.schedPilot.drop('Harbour Films');
    expect(await requestsOf(world, () => work(world))).toEqual([
      'accounts',
      'scheduled 1',
      'failed 1',
    ]);
    world.pass(1);
    expect(await requestsOf(world, () => work(world))).toEqual(['accounts']);
    const nextAt = world.now() + hour - minute;
    expect(await rowOf(world, '@harbourfilms')).toMatchObject({
      status: 'unlisted',
      atRisk: { posts: 4, nextAt },
    });
    expect(await rowOf(world, '@loewenzahn')).not.toHaveProperty('stake');
  });

  it('that failed count against a listed account until one goes out', async () => {
    await work(world);
    const { schedPilot } = world;
    schedPilot.addPost({ at: world.now() + 5 * minute, accounts: [films], status: 'failed' });
    world.pass(61);
    const shown = recordShown();
    await work(world);
    expect(await rowOf(world, '@harbourfilms')).toMatchObject({
      status: 'posts-failing',
      needsAttention: true,
    });
    expect(shown()).toEqual([expect.stringMatching(/>posts-failing$/)]);

    world.pass(61);
    schedPilot.addPost({ at: world.now() - minute, accounts: [films], status: 'posted' });
    const requests = await requestsOf(world, () => work(world));
    expect(requests).toEqual(['accounts', 'scheduled 1', 'failed 1', 'posted 1']);
    expect(await rowOf(world, '@harbourfilms')).toMatchObject({ status: 'connected' });
    expect(shown()).toHaveLength(2);
    expect(await changes()).toEqual([
      '@harbourfilms working > posts-failing',
      '@harbourfilms posts-failing > working',
    ]);
  });

  it('are requested at once after the clock was set back', async () => {
    await work(world);
    world.pass(-3 * 60);
    expect(await requestsOf(world, () => work(world))).toEqual([
      'accounts',
      'scheduled 1',
      'failed 1',
    ]);
  });

  it('that failed count for 24 hours', async () => {
    world.schedPilot.addPost({ at: world.now() - hour, accounts: [films], status: 'failed' });
    await work(world);
    world.pass(22 * 60);
    await work(world);
    expect(await rowOf(world, '@harbourfilms')).toMatchObject({ status: 'posts-failing' });
    world.pass(61);
    await work(world);
    expect(await rowOf(world, '@harbourfilms')).toMatchObject({ status: 'connected' });
  });

  it('are forgotten when no longer monitored, without a notification', async () => {
    world.schedPilot.addPost({ at: world.now() - hour, accounts: [films], status: 'failed' });
    addPosts(2);
    await work(world);
    const shown = recordShown();
    await changeSettings(world.now(), { watchPosts: false });
    await work(world);
    expect(await postsNow(world)).toBeUndefined();
    expect(await rowOf(world, '@harbourfilms')).toMatchObject({ status: 'connected' });
    expect(await changes()).toContain('@harbourfilms posts-failing > working');
    expect(shown()).toEqual([]);
    expect((await readItems([outboxItem]))[0]).toEqual({ waiting: [], notifications: [] });
  });
});
