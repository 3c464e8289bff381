import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { removeConnection } from '@/utils/commands/connections';
import { editConnection } from '@/utils/commands/edit-connection';
import { readDuePage } from '@/utils/posts/read-posts';
import { connectionsItem } from '@/utils/state/items';
import { readSchedule } from '@/utils/state/read-state';
import { transaction } from '@/utils/storage/transaction';
import type { World } from '../monitor/world';
import { connect } from '../monitor/world';
import { postsNow, requestsOf, startPostsWorld, work } from './posts-world';

const otherKey = 'smm_another0key0';
let world: World;
let connectionId: string;
beforeEach(async () => {
  world = await startPostsWorld();
  connectionId = (await readSchedule(world.now())).connections[0]?.connection.id ?? '';
  world.schedPilot.state.keys.add(otherKey);
});

/** A background's work, with something done once while the first page of posts is requested. */
function workWhile(done: () => Promise<unknown>): Promise<void> {
  const { http } = world;
  let isDone = false;
  const fetch: typeof http.fetch = async (...request) => {
    const answered = await http.fetch(...request);
    if (!isDone && String(request[0]).includes('/posts')) {
      isDone = true;
      await done();
    }
    return answered;
  };
  return work({ ...world, http: { ...http, fetch } });
}

describe('a page of posts under way', () => {
  it('leaves nothing if its connection is removed meanwhile', async () => {
    await workWhile(() => removeConnection(world.now(), { connectionId }));
    const left = Object.keys(await fakeBrowser.storage.local.get(null));
    expect(left.filter((key) => key.includes(connectionId))).toEqual([]);
  });

  it('is requested again with a new key entered meanwhile', async () => {
    const edit = { connectionId, apiKey: otherKey, label: 'Studio', profileIds: [] };
    const requests = await requestsOf(world, () =>
      workWhile(() => editConnection(world.http, edit)),
    );
    expect(requests).toEqual(['scheduled 1', 'accounts', 'scheduled 1', 'failed 1']);
    expect((await postsNow(world))?.readAt).toBe(world.now());
  });

  it('belongs to the connection that requested it', async () => {
    await connect(world, 'schedpilot', { apiKey: otherKey, label: 'Other' });
    await work(world);
    const { connections } = await readSchedule(world.now());
    expect(connections.map(({ posts }) => posts?.readAt)).toEqual([world.now(), world.now()]);
  });
});

describe('no page of posts is requested', () => {
  const readPage = () => readDuePage(world.http, 'schedpilot');

  it('if the connection is paused at that moment', async () => {
    let asked: Promise<string[]> = Promise.resolve(['nothing yet']);
    await transaction(world.now(), async (tx) => {
      asked = requestsOf(world, async () => expect(await readPage()).toBe(false));
      // What is due has been read, and its lease waits for this transaction to end.
      await vi.waitFor(async () => {
        expect((await navigator.locks.query()).pending).toHaveLength(1);
      });
      const [connections] = await tx.get([connectionsItem]);
      const paused = connections.map((connection) => ({ ...connection, paused: true }));
      tx.put(connectionsItem, paused);
    });
    expect(await asked).toEqual([]);
  });

  it('without host access, which is reported', async () => {
    Object.assign(fakeBrowser, { permissions: { contains: async () => false } });
    expect(await requestsOf(world, readPage)).toEqual([]);
    expect((await postsNow(world))?.problem?.error).toEqual({ kind: 'no-permission' });
  });

  it('without a key, which is reported', async () => {
    const edit = { connectionId, label: 'Studio', profileIds: [] };
    await editConnection(world.http, { ...edit, keyKeptUntil: 'browser-closes' });
    await fakeBrowser.storage.session.clear();
    expect(await requestsOf(world, readPage)).toEqual([]);
    expect((await postsNow(world))?.problem?.error).toEqual({ kind: 'no-key' });
  });
});
