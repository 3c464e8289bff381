import { expect, it, vi } from 'vitest';
import { addConnection } from '@/utils/commands/add-connection';
import { readDuePage } from '@/utils/monitor/posts';
import { clients } from '@/utils/services/clients';
import type { Http } from '@/utils/services/http';
import { success } from '@/utils/services/result';
import { startPostsWorld, work } from '../monitor/posts-world';
import { createPostbox, third, thirdKey } from './third';
import { playedBy } from './world';

vi.mock('@/utils/services/registry', async (original) =>
  (await import('./third')).withThirdInfo(await original(), { listsPosts: true }),
);
vi.mock('@/utils/services/clients', async (original) =>
  (await import('./third')).withThirdClient(await original()),
);

it('a page of posts is asked for with the key of its own service', async () => {
  const world = await startPostsWorld();
  const listPosts = vi.fn(async () => success({ posts: [], unreadable: 0, pages: 1 }));
  Object.assign(clients[third], { listPosts });
  expect(await readDuePage(world.http, third)).toBe(false);
  expect(listPosts).not.toHaveBeenCalled();

  const postbox = playedBy(createPostbox().handle).http;
  const http: Http = {
    ...world.http,
    fetch: (...request) =>
      String(request[0]).includes('postbox.example')
        ? postbox.fetch(...request)
        : world.http.fetch(...request),
  };
  await addConnection(http, { service: third, apiKey: thirdKey, label: 'Team', profileIds: [] });
  await work({ ...world, http });
  const asked = expect.objectContaining({ list: 'scheduled', page: 1 });
  expect(listPosts).toHaveBeenCalledWith(http, thirdKey, asked);
  expect(listPosts).not.toHaveBeenCalledWith(http, world.keys.schedPilot, asked);
});
