import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { muteAccounts } from '@/utils/commands/accounts';
import { pauseConnection } from '@/utils/commands/connections';
import { changeSettings } from '@/utils/commands/settings/change-settings';
import { connectionsItem } from '@/utils/state/items';
import { readState } from '@/utils/state/read-state';
import { readItems } from '@/utils/storage/read-items';
import { hour, minute, second } from '../builders';
import { storedAccounts } from './stored';
import { startCheckedWorld, startWorker, type World } from './world';

let world: World;
let http: World['http'];
const run = () => startWorker(http).run();
const badge = () => fakeBrowser.action.getBadgeText({});
const alarm = async () => (await fakeBrowser.alarms.get('check'))?.scheduledTime ?? Number.NaN;

/** Lets alarms go off, and nothing else happen, until a moment (ms). */
async function liveUntil(end: number): Promise<void> {
  while ((await alarm()) <= end) {
    world.pass(((await alarm()) - world.now()) / minute);
    await run();
  }
}

async function connectionIds(): Promise<string[]> {
  const [connections] = await readItems([connectionsItem]);
  return connections.map(({ id }) => id);
}

beforeEach(async () => {
  world = await startCheckedWorld();
  http = world.http;
  await changeSettings(world.now(), { checkEveryMinutes: 360 });
});

describe('the badge, with no check due for hours,', () => {
  it('counts an account again once its mute ends', async () => {
    await run();
    const before = await badge();
    const accounts = await storedAccounts(world);
    const broken = accounts.find(({ status }) => status === 'revoked');
    const end = world.now() + 50 * minute;
    const mute = { until: 'time', at: end } as const;
    await muteAccounts(world.now(), { accounts: [broken?.key ?? ''], mute });
    await run();
    expect(await badge()).not.toBe(before);
    await liveUntil(end);
    expect(await badge()).toBe(before);
  });

  it('shows old data as soon as it is old', async () => {
    const [schedPilot = '', synposter = ''] = await connectionIds();
    await pauseConnection(world.now(), { connectionId: synposter, paused: true });
    await run();
    http = { ...world.http, fetch: () => Promise.reject(new TypeError()) };
    const { connections } = await readState(world.now());
    const found = connections.find(({ connection }) => connection.id === schedPilot);
    const seen = found?.targets[0]?.state.listedAt ?? Number.NaN;
    await liveUntil(seen + 18 * hour);
    expect(await badge()).toBe('');
    await liveUntil(seen + 18 * hour + 30 * second);
    expect(await badge()).toBe('!');
  });
});
