import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { afterQuietHours } from '@/utils/alerts/quiet-hours';
import { pauseConnection } from '@/utils/commands/connections';
import { changeSettings } from '@/utils/commands/settings/change-settings';
import { connectionsItem } from '@/utils/state/items';
import type { QuietHours } from '@/utils/state/settings';
import { readItems } from '@/utils/storage/read-items';
import { minute, quietAround } from '../builders';
import { stopAtEachChange } from './interrupted/stop-at-each-change';
import { recordShown, startCheckedWorld, startWorker, type World } from './world';

let world: World;
let quietHours: QuietHours;
let end: number;
const run = () => startWorker(world.http).run();
const alarm = async () => (await fakeBrowser.alarms.get('check'))?.scheduledTime;
const waitUntil = (at: number) => world.pass((at - world.now()) / minute);

/** Quiet hours that last until after two broken accounts have been found. */
async function startQuietly(): Promise<void> {
  world = await startCheckedWorld();
  quietHours = quietAround(world.now(), 40 * minute);
  end = afterQuietHours(quietHours, world.now());
  await changeSettings(world.now(), { checkEveryMinutes: 360, quietHours });
  world.pass(16);
  for (const handle of ['alice', 'alice_support']) {
    world.synposter.change(handle, { status: 'expired' });
  }
}
beforeEach(startQuietly);

describe('in quiet hours', () => {
  it('nothing is notified, the badge counts, and the alarm goes off when they end', async () => {
    const shown = recordShown();
    await run();
    expect(shown()).toEqual([]);
    expect(await fakeBrowser.action.getBadgeText({})).toBe('4');
    expect(await alarm()).toBe(end);
    waitUntil(end);
    await run();
    expect(shown()).toHaveLength(2);
    expect(await alarm()).toBeGreaterThan(end);
  });

  it('the alarm goes off when they end even if nothing is checked any more', async () => {
    await run();
    const [connections] = await readItems([connectionsItem]);
    const [first, second] = connections.map(({ id }) => id);
    await pauseConnection(world.now(), { connectionId: first ?? '', paused: true });
    await run();
    expect(await alarm()).toBe(end);
    await pauseConnection(world.now(), { connectionId: second ?? '', paused: true });
    await run();
    expect(await alarm()).toBe(end);
    const shown = recordShown();
    waitUntil(end);
    await run();
    expect(shown()).toEqual([]);
    expect(await alarm()).toBeUndefined();
  });

  it('the alarm waits for the next check if there is nothing to notify', async () => {
    world.synposter.reconnect('alice');
    world.synposter.reconnect('alice_support');
    await run();
    expect(await alarm()).toBeGreaterThan(end);
  });

  it('waiting notices are shown as soon as quiet hours are shortened or turned off', async () => {
    await run();
    const shown = recordShown();
    await changeSettings(world.now(), { quietHours: { on: false } });
    await run();
    expect(shown()).toHaveLength(2);
  });
});

describe('a background stopped at any await in quiet hours', () => {
  it('wakes when they end, and notifies each change once', () =>
    stopAtEachChange(world, async (runStopped, where) => {
      const shown = recordShown();
      await runStopped();
      // Its alarm repeats each minute, until a run comes to its end.
      expect(await alarm(), where).toBeLessThanOrEqual(end);
      world.pass(1);
      await run();
      expect(shown(), where).toEqual([]);
      expect(await alarm(), where).toBe(end);
      waitUntil(end);
      await run();
      expect(shown(), where).toHaveLength(2);
    }));
});
