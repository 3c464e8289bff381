import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { alertUser } from '@/utils/alerts/deliver';
import { addConnection } from '@/utils/commands/add-connection';
import { changeSettings } from '@/utils/commands/settings/change-settings';
import { createMonitor } from '@/utils/monitor/monitor';
import { currentAlarm } from '@/utils/schedule/alarm';
import type { Http } from '@/utils/services/http';
import { outboxItem } from '@/utils/state/items';
import type { Notice } from '@/utils/state/outbox-schema';
import { readItems } from '@/utils/storage/read-items';
import { randomFrom } from './random';
import type { Place, Script } from './script';
import { openServices } from './services';

const began = Date.UTC(2026, 2, 1, 6, 0);

/** A notice, and when its notification was shown (ms since the month began). */
export interface Notified {
  at: number;
  notice: Notice;
}

/** An answer with accounts (`at`: ms since the month began). */
export interface Listed {
  at: number;
  place: Place;
  /** The accounts that the answer still has, if a fault took others out. */
  only?: ReadonlySet<string>;
}

export interface Lived {
  notified: Notified[];
  listed: Listed[];
}

/**
 * Simulates a script with the shipped background: it wakes for its alarm, checks,
 * alerts, sets the next alarm and is killed. Between alarms nothing runs, so time jumps from one to
 * the next.
 */
export async function live(script: Script): Promise<Lived> {
  fakeBrowser.storage.resetState();
  const random = randomFrom(script.seed + 1);
  vi.spyOn(Math, 'random').mockImplementation(random.next);
  let time = 0;
  const clock = () => began + time + clockOffset(script, time);
  const notified: Notified[] = [];
  vi.spyOn(fakeBrowser.notifications, 'create').mockImplementation(async (id: unknown) => {
    const [{ notifications }] = await readItems([outboxItem]);
    const shown = notifications.find((one) => one.id === id);
    if (!shown) throw new Error(`A notification came from elsewhere: ${id}`);
    notified.push(...shown.notices.map((notice) => ({ at: time, notice })));
    return String(id);
  });

  const services = openServices(script, () => time);
  const http: Http = { fetch: services.fetch, now: clock, online: () => true };
  await changeSettings(clock(), { checkEveryMinutes: script.intervalMinutes });
  for (const connection of services.connections) {
    await addConnection(http, { ...connection, label: 'Agency', profileIds: [] });
  }
  const wake = () => createMonitor(http, async () => void (await alertUser(clock()))).run();
  await wake();
  while (time < script.length) {
    const alarm = await currentAlarm();
    if (!alarm) throw new Error('No alarm is set');
    time = afterSleep(script, time + Math.max(0, alarm.scheduledTime - clock()));
    await wake();
  }
  return { notified, listed: services.listed };
}

function clockOffset({ clockChanges }: Script, time: number): number {
  return clockChanges.reduce((offset, { at, by }) => (at <= time ? offset + by : offset), 0);
}

/** A computer that sleeps fires its alarms when it wakes. */
function afterSleep({ sleeps }: Script, time: number): number {
  return sleeps.find(({ from, to }) => from <= time && time < to)?.to ?? time;
}
