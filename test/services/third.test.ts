import { afterAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openNotification } from '@/utils/alerts/notification/open-notification';
import { addConnection } from '@/utils/commands/add-connection';
import { reconnectAccount } from '@/utils/commands/reconnect';
import { commandSchemas } from '@/utils/commands/schemas';
import { changeSettings } from '@/utils/commands/settings/change-settings';
import { readDuePage } from '@/utils/posts/read-posts';
import { apis } from '@/utils/services/apis';
import type { Http } from '@/utils/services/http';
import { services } from '@/utils/services/registry';
import { success } from '@/utils/services/result';
import type { ServiceApi, ServiceInfo } from '@/utils/services/service';
import { parsePolicy } from '@/utils/state/managed-policy';
import { readSchedule, readState } from '@/utils/state/read-state';
import { accountRows } from '@/utils/view/account/account-rows';
import config from '@/wxt.config';
import { startWorker } from '../monitor/world';
import { startPostsWorld, work } from '../posts/posts-world';
import { createPostbox, third, thirdKey } from './third';
import { playedBy } from './world';

// Modules are reloaded with this registry, and again afterwards, because test files share them.
vi.hoisted(() => vi.resetModules());
afterAll(() => vi.resetModules());
vi.mock('@/utils/services/registry', async (original) =>
  (await import('./third')).withThirdInfo(await original()),
);
vi.mock('@/utils/services/apis', async (original) =>
  (await import('./third')).withThirdApi(await original()),
);
// The manifest is made of our own code alone: WXT and the icons' compiler take a second to load.
vi.mock('wxt', () => ({ defineConfig: (config: unknown) => config }));
vi.mock('@/icons.config', () => ({ iconComponents: () => [] }));

let time: number;
let http: Http;
let asked: unknown[];
let postbox: ReturnType<typeof createPostbox>;
beforeEach(() => {
  time = Date.parse('2026-11-22T10:00:00Z');
  postbox = createPostbox();
  const played = playedBy(postbox.handle);
  http = { ...played.http, now: () => time };
  asked = played.asked;
});

const entry = { service: third, apiKey: thirdKey, label: 'Team', profileIds: [] };

async function passAndCheck(minutes: number): Promise<void> {
  time += minutes * 60_000;
  await startWorker(http).run();
}

async function addAndCheck(): Promise<string> {
  const reply = await addConnection(http, entry);
  if (reply.kind !== 'saved') throw new Error(`It was not saved: ${reply.kind}`);
  await startWorker(http).run();
  return reply.connectionId;
}

/** What it can do in one test alone. */
function letIt(can: Partial<ServiceInfo>, by: Partial<ServiceApi> = {}): void {
  const [info, client] = [{ ...services[third] }, { ...apis[third] }];
  Object.assign(services[third], can);
  Object.assign(apis[third], by);
  onTestFinished(() => {
    Object.assign(services, { [third]: info });
    Object.assign(apis, { [third]: client });
  });
}

const rows = async () => accountRows(await readState(time), time);
const readsOf = async () => (await readSchedule(time)).connections[0]?.state.reads;

describe('a third service', () => {
  it('is reached only within the manifest’s hosts', async () => {
    if (typeof config.manifest !== 'function') throw new Error('The manifest is not made');
    const manifest = await config.manifest({
      browser: 'chrome',
      mode: 'production',
      command: 'build',
      manifestVersion: 3,
    });
    expect(manifest.host_permissions).toContain('https://api.postbox.example/*');
    expect(JSON.stringify(manifest.content_security_policy)).toMatch(
      /connect-src [^;]*https:\/\/api\.postbox\.example[ ;]/,
    );
    expect(manifest.permissions).toEqual(['storage', 'alarms', 'notifications']);
  });

  it('can be named in commands and policies', () => {
    expect(commandSchemas.addConnection.safeParse(entry).success).toBe(true);
    expect(parsePolicy({ connections: [entry] }).unreadable).toEqual([]);
  });

  it('has all its profiles listed, each account as connected', async () => {
    await addAndCheck();
    expect(await rows()).toMatchObject([
      { label: '@north', status: 'connected', profileName: 'North', serviceName: 'Postbox' },
      { label: '@south', status: 'connected', profileName: 'South', serviceName: 'Postbox' },
    ]);
  });

  it('is requested no more often per clock hour than its budget allows', async () => {
    await changeSettings(time, { checkEveryMinutes: 5 });
    await addAndCheck();
    expect(await readsOf()).toMatchObject({ used: 3 });
    for (let minute = 0; minute < 59; minute += 1) await passAndCheck(1);
    expect(asked).toHaveLength(12);
    await passAndCheck(1);
    expect(asked.length).toBeGreaterThan(12);
  });

  it('has every request of a trial counted', async () => {
    await addConnection(http, { ...entry, profileIds: ['p1', 'p2'] });
    expect(await readsOf()).toMatchObject({ used: 2 });
  });

  it('has an unlisted account notified, with the way to its dashboard', async () => {
    await addAndCheck();
    const create = vi.spyOn(fakeBrowser.notifications, 'create').mockClear();
    for (const profile of postbox.state.profiles.slice(0, 1)) profile.accounts = [];
    await passAndCheck(16);
    await passAndCheck(2);
    expect(await rows()).toMatchObject([{ status: 'unlisted', needsAttention: true }, {}]);
    expect(await fakeBrowser.action.getBadgeText({})).toBe('1');
    const [[id, options] = []] = create.mock.calls;
    expect(options).toMatchObject({
      title: '@north on Bluesky is no longer listed',
      message: expect.stringContaining('Postbox doesn’t say which. Click to open Postbox.'),
    });
    await openNotification(String(id));
    const tabs = await fakeBrowser.tabs.query({});
    expect(tabs.map(({ url }) => url)).toContain('https://postbox.example/accounts');
  });

  it('has a rejected key notified and then left alone', async () => {
    await addAndCheck();
    const create = vi.spyOn(fakeBrowser.notifications, 'create').mockClear();
    postbox.state.keys.clear();
    await passAndCheck(16);
    await passAndCheck(1);
    expect(create.mock.calls.map(([, options]) => options)).toMatchObject([
      { title: 'Postbox rejected the key for “Team”' },
    ]);
    expect(await fakeBrowser.action.getBadgeText({})).toBe('!');
    const before = asked.length;
    await passAndCheck(60);
    expect(asked).toHaveLength(before);
  });

  it('has its accounts reconnected from the extension, if it supports that', async () => {
    letIt({ hasProfiles: false, reconnects: true });
    await addAndCheck();
    const create = vi.spyOn(fakeBrowser.notifications, 'create').mockClear();
    for (const profile of postbox.state.profiles) profile.accounts = [];
    await passAndCheck(16);
    await passAndCheck(2);
    expect(create.mock.calls.map(([, options]) => options)).toMatchObject([
      { message: expect.stringContaining('Postbox doesn’t say which. Click for details.') },
    ]);

    const [row] = await rows();
    expect(row).toMatchObject({ label: '@north', reconnects: true });
    expect(await reconnectAccount(http, { account: row?.key ?? '' })).toEqual({ kind: 'opened' });
    const tabs = await fakeBrowser.tabs.query({});
    expect(tabs.map(({ url }) => url)).toContain('https://bsky.social/oauth?for=bluesky');
  });

  it('is asked for its posts with its own key, if it lists them', async () => {
    const listPosts = vi.fn(async () => success({ posts: [], unreadable: 0, pages: 1 }));
    letIt({ listsPosts: true }, { listPosts });
    const world = await startPostsWorld();
    expect(await readDuePage(world.http, third)).toBe(false);
    expect(listPosts).not.toHaveBeenCalled();

    const both: Http = {
      ...world.http,
      fetch: (...request) =>
        String(request[0]).includes('postbox.example')
          ? http.fetch(...request)
          : world.http.fetch(...request),
    };
    await addConnection(both, entry);
    await work({ ...world, http: both });
    const asked = expect.objectContaining({ list: 'scheduled', page: 1 });
    expect(listPosts).toHaveBeenCalledWith(both, thirdKey, asked);
    expect(listPosts).not.toHaveBeenCalledWith(both, world.keys.schedpilot, asked);
  });
});
