import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { removeConnection } from '@/utils/commands/connections';
import { editConnection } from '@/utils/commands/edit-connection';
import { changeSettings } from '@/utils/commands/settings/change-settings';
import { settingsItem } from '@/utils/state/items';
import { readSchedule } from '@/utils/state/read-state';
import { defaultSettings } from '@/utils/state/settings';
import { readItems } from '@/utils/storage/read-items';
import { hour } from '../builders';
import type { World } from '../monitor/world';
import { startPostsWorld, work } from '../posts/posts-world';

let world: World;
let connectionId: string;
beforeEach(async () => {
  world = await startPostsWorld();
  connectionId = (await readSchedule(world.now())).connections[0]?.connection.id ?? '';
});

it('settings stored before posts were monitored are read with posts off', async () => {
  const { watchPosts: _unknownThen, ...value } = defaultSettings;
  await fakeBrowser.storage.local.set({ settings: { version: 1, value } });
  expect(await readItems([settingsItem])).toEqual([defaultSettings]);
  expect(defaultSettings.watchPosts).toBe(false);
});

it('a change of other settings keeps posts', async () => {
  await work(world);
  await changeSettings(world.now(), { checkEveryMinutes: 5 });
  expect((await readSchedule(world.now())).connections[0]?.posts?.readAt).toBe(world.now());
});

describe('a connection', () => {
  it('leaves no posts behind when removed', async () => {
    world.schedPilot.state.postsPerPage = 1;
    for (const accounts of [[203], [204]]) {
      world.schedPilot.addPost({ at: world.now() + hour, accounts });
    }
    await work(world);
    await removeConnection(world.now(), { connectionId });
    const left = Object.keys(await fakeBrowser.storage.local.get(null));
    expect(left.filter((key) => key.includes(connectionId))).toEqual([]);
  });

  it('counts the read that tested a new key', async () => {
    const apiKey = 'smm_another0key0';
    world.schedPilot.state.keys.add(apiKey);
    await editConnection(world.http, { connectionId, apiKey, label: 'Studio', profileIds: [] });
    const [found] = (await readSchedule(world.now())).connections;
    expect(found?.state.reads?.used).toBe(world.asked.length);
  });
});
