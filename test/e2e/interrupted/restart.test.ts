import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { keys, playAgency } from '../../apis/scenario.ts';
import { type Apis, startApis } from '../../apis/start.ts';
import { reachExtension } from '../../browsers/extension.ts';
import { launch } from '../../browsers/launch.ts';
import { addConnection, waitForText } from '../../browsers/page.ts';
import { until } from '../../browsers/until.ts';

describe('a browser that is closed and opened again', () => {
  let apis: Apis;
  let profile: string;
  beforeAll(async () => {
    apis = await startApis();
    playAgency(apis);
    profile = await mkdtemp(join(tmpdir(), 'still-connected-'));
  });
  afterAll(async () => {
    await apis.close();
    await rm(profile, { recursive: true, force: true });
  });

  it('has badge and alarm before any answer, and catches up once', async () => {
    const name = inject('browser');
    const first = await launch(name, { proxyPort: apis.proxyPort, profile });
    const options = await first.open('options.html');
    await addConnection(options, { service: 'SchedPilot', key: keys.schedpilot });
    await waitForText(options, 'Connected. Found 8 accounts.');
    await addConnection(options, { service: 'Synposter', key: keys.synposter });
    await waitForText(options, 'Connected. Found 6 accounts in 2 profiles.');
    const before = await reachExtension(first);
    await until(async () => (await before.badge()) === '2');
    await before.passTime(16);
    await until(() => apis.requests.filter(({ host }) => host.startsWith('api.')).length === 7);
    // Anything stored after `makeOlder` would not be made older.
    await until(() => before.hasCheckedAll());
    await before.makeOlder(120);
    await first.close();

    apis.synposter.change('alice', { status: 'expired' });
    // Slower than Synposter's two, so that the badge of the start can't come from an answer.
    apis.play('schedpilot', { kind: 'latency', ms: 6_000 });
    apis.play('synposter', { kind: 'latency', ms: 2_000 });
    const asked = apis.requests.length;
    const second = await launch(name, { proxyPort: apis.proxyPort, profile, isRestart: true });
    const after = await reachExtension(second);
    await until(async () => (await after.badge()) === '2');
    expect(await until(() => after.alarm())).toBeGreaterThan(0);
    await until(async () => (await after.badge()) === '3');
    await until(async () => (await after.notifications()).length > 0);

    const caughtUp = apis.requests.slice(asked).filter(({ host }) => host.startsWith('api.'));
    expect(caughtUp.map(({ path }) => path.replace(/=.*/, '')).toSorted()).toEqual([
      '/developers/v1/accounts',
      '/v1/accounts?profileId',
      '/v1/accounts?profileId',
      '/v1/profiles?limit',
    ]);
    await second.close();
  });
});
