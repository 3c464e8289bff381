import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { pagingItem } from '@/utils/state/items';
import { readSchedule } from '@/utils/state/read-state';
import { readItems } from '@/utils/storage/read-items';
import { hour } from '../builders';
import type { World } from '../monitor/world';
import { films, postsNow, requestsOf, startPostsWorld, work } from './posts-world';

let world: World;
beforeEach(async () => {
  world = await startPostsWorld();
  world.schedPilot.state.postsPerPage = 1;
  for (const at of [world.now() + hour, world.now() + 2 * hour]) {
    world.schedPilot.addPost({ at, accounts: [films] });
  }
});

/** A background's work while every request whose address contains `text` fails. */
function workWithout(text: string): Promise<string[]> {
  const { http } = world;
  const fetch: typeof http.fetch = async (...request) => {
    const answered = await http.fetch(...request);
    return String(request[0]).includes(text) ? new Response('', { status: 500 }) : answered;
  };
  return requestsOf(world, () => work({ ...world, http: { ...http, fetch } }));
}

const problem = async () => (await postsNow(world))?.problem;

describe('failing pages', () => {
  it('are counted in a row until a page succeeds', async () => {
    expect(await workWithout('/posts')).toEqual(['scheduled 1']);
    expect(await problem()).toMatchObject({ failures: 1, since: world.now() });
    world.pass(2);
    expect(await workWithout('/posts')).toEqual(['scheduled 1']);
    expect(await problem()).toMatchObject({ failures: 2, since: world.now() });
    world.pass(4);
    expect(await workWithout('page=2')).toEqual(['scheduled 1', 'scheduled 2']);
    expect(await problem()).toMatchObject({ failures: 1, since: world.now() });
  });
});

it('posts at risk stay known while pages fail', async () => {
  await work(world);
  const before = await postsNow(world);
  world.pass(16);
  world.schedPilot.drop('Harbour Films');
  expect(await workWithout('/posts')).toEqual(['accounts', 'scheduled 1']);
  const problem = expect.anything();
  expect(await postsNow(world)).toEqual({ ...before, wantedAt: world.now(), problem });
});

it('nothing of a paging is kept once posts turn out to be unreadable', async () => {
  const accounts = [{ id: films, type: 'youtube', posted_status: 'held_back' }];
  world.schedPilot.addPost({ at: world.now() + 3 * hour, accounts });
  await work(world);
  const { off } = (await postsNow(world)) ?? {};
  expect(off).toEqual({ reason: 'unknown-word', word: 'held_back' });
  const [found] = (await readSchedule(world.now())).connections;
  expect(await readItems([pagingItem(found?.connection.id ?? '')])).toEqual([null]);
});

it('pages with nothing new write only the posts at risk', async () => {
  await work(world);
  world.pass(61);
  const set = vi.spyOn(fakeBrowser.storage.local, 'set').mockClear();
  expect(await requestsOf(world, () => work(world))).toEqual([
    'accounts',
    'scheduled 1',
    'scheduled 2',
    'failed 1',
  ]);
  const written = set.mock.calls.flatMap(([items]) => Object.keys(items));
  expect(written.filter((key) => key.startsWith('stake/'))).toHaveLength(1);
  expect(written.filter((key) => key.startsWith('accounts/'))).toEqual([]);
  expect(written).not.toContain('history');
  expect(written).not.toContain('outbox');
});
