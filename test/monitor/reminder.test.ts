import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { isReminderId } from '@/utils/alerts/notification/notification-id';
import { afterQuietHours } from '@/utils/alerts/quiet-hours';
import { changeSettings } from '@/utils/commands/settings/change-settings';
import { outboxItem } from '@/utils/state/items';
import { readItems } from '@/utils/storage/read-items';
import { day, minute, quietAround } from '../builders';
import { stopAtEachChange } from './interrupted/stop-at-each-change';
import { recordShown, startCheckedWorld, startWorker, type World } from './world';

let world: World;
/** When the reminder was turned on, with two accounts in trouble: a day later it is due. */
let start: number;
const run = () => startWorker(world.http).run();
const alarm = async () => (await fakeBrowser.alarms.get('check'))?.scheduledTime ?? Number.NaN;
const waitUntil = (at: number) => world.pass((at - world.now()) / minute);

async function startReminding(): Promise<void> {
  world = await startCheckedWorld();
  start = world.now();
  await changeSettings(start, { checkEveryMinutes: 360, remindDaily: true });
  await run();
}
beforeEach(startReminding);

/** Lets each alarm go off until a moment (ms), and says when reminders were shown. */
async function liveUntil(end: number): Promise<number[]> {
  const shown = recordShown();
  const times: number[] = [];
  while ((await alarm()) <= end) {
    waitUntil(await alarm());
    await run();
    while (times.length < shown().filter(isReminderId).length) times.push(world.now());
  }
  return times;
}

describe('the daily reminder', () => {
  it('comes by an alarm of its own once a day, replacing the last one', async () => {
    const days = [start + day, start + 2 * day];
    expect(await liveUntil(start + 2.1 * day)).toEqual(days);
    const seen = Object.keys(await fakeBrowser.notifications.getAll());
    expect(seen.filter(isReminderId)).toHaveLength(1);
  });

  it('waits for the end of quiet hours', async () => {
    const quietHours = quietAround(start);
    await changeSettings(world.now(), { quietHours });
    expect(await liveUntil(start + 1.5 * day)).toEqual([afterQuietHours(quietHours, start + day)]);
  });

  it('does not come once everything works again, or if it is turned off', async () => {
    world.synposter.reconnect('northwind');
    world.synposter.change('alice_reads', { scopes: ['tweet.write', 'offline.access'] });
    expect(await liveUntil(start + 1.1 * day)).toEqual([]);
    await startReminding();
    await changeSettings(world.now(), { remindDaily: false });
    expect(await liveUntil(start + 1.1 * day)).toEqual([]);
  });
});

it('comes once if the background is stopped at any await', async () => {
  waitUntil(start + day);
  await stopAtEachChange(world, async (runStopped, where) => {
    const shown = recordShown();
    await runStopped();
    world.pass(1);
    await run();
    expect(shown().filter(isReminderId), where).toHaveLength(1);
    expect((await readItems([outboxItem]))[0], where).toEqual({ waiting: [], notifications: [] });
  });
});
