import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { addConnection } from '@/utils/commands/add-connection';
import { reconnectAccount } from '@/utils/commands/reconnect';
import { readWatched } from '@/utils/storage/read';
import { accountRows } from '@/utils/view/account-rows';
import { startWorker } from '../monitor/world';
import { createPostbox, third, thirdKey } from './third';
import { playedBy } from './world';

vi.mock('@/utils/services/registry', async (original) =>
  (await import('./third')).withThirdInfo(await original(), {
    hasProfiles: false,
    reconnects: true,
  }),
);
vi.mock('@/utils/services/clients', async (original) =>
  (await import('./third')).withThirdClient(await original()),
);

it('a service without profiles that reconnects has its accounts reconnected from here', async () => {
  const { state, handle } = createPostbox();
  let time = Date.parse('2026-11-22T10:00:00Z');
  const http = { ...playedBy(handle).http, now: () => time };
  const check = async (minutes: number) => {
    time += minutes * 60_000;
    await startWorker(http).run();
  };
  await addConnection(http, { service: third, apiKey: thirdKey, label: 'Team', profileIds: [] });
  await check(0);
  for (const profile of state.profiles) profile.accounts = [];
  const create = vi.spyOn(fakeBrowser.notifications, 'create').mockClear();
  await check(16);
  await check(2);
  expect(create.mock.calls.map(([, options]) => options)).toMatchObject([
    { message: expect.stringContaining('Postbox doesn’t say which. Click to see it.') },
  ]);

  const [row] = accountRows(await readWatched(time), time);
  expect(row).toMatchObject({ label: '@north', reconnects: true });
  expect(await reconnectAccount(http, { account: row?.key ?? '' })).toEqual({ kind: 'opened' });
  const tabs = await fakeBrowser.tabs.query({});
  expect(tabs.map(({ url }) => url)).toContain('https://bsky.social/oauth?for=bluesky');
});
