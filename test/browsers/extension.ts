import type { browser as extensionApis } from 'wxt/browser';
import type { Launched } from './launched.ts';

declare const browser: typeof extensionApis;
declare const closedNotifications: string[];

/** What the browser itself knows of the extension. */
export interface Extension {
  badge(): Promise<string>;
  /** The icon's tooltip. */
  title(): Promise<string>;
  /** Ids of all notifications shown so far, repeated ones too. */
  notifications(): Promise<string[]>;
  /** True once no notice waits. */
  hasToldAll(): Promise<boolean>;
  /** True once no target is due or requested. */
  hasCheckedAll(): Promise<boolean>;
  /** The next time at which the one alarm goes off, in ms since the epoch. */
  alarm(): Promise<number | undefined>;
  stored(): Promise<Record<string, unknown>>;
  /** Puts this in the place of all that is stored, for good and until the browser closes. */
  store(local: Record<string, unknown>, session?: Record<string, unknown>): Promise<void>;
  /** Puts these items beside what is stored. */
  put(local: Record<string, unknown>): Promise<void>;
  /** Lets everything that is stored be `minutes` older. */
  makeOlder(minutes: number): Promise<void>;
  /** The same, and lets the alarm go off. */
  passTime(minutes: number): Promise<void>;
  /** Asks for a check as the popup does, and waits for no answer. */
  askForCheck(): Promise<void>;
}

/** Reaches the extension's APIs from the page with its icon. */
export async function reachExtension(launched: Launched): Promise<Extension> {
  const page = await launched.icon();
  await page.evaluate(() => {
    // In Chrome the same APIs are called `chrome`.
    if (!('browser' in globalThis)) {
      Object.assign(globalThis, { browser: Reflect.get(globalThis, 'chrome') });
    }
    // Without a desktop to show it on, Firefox closes a notification as soon as it was made.
    const ids: string[] = [];
    browser.notifications.onClosed.addListener((id) => void ids.push(id));
    Object.assign(globalThis, { closedNotifications: ids });
  });
  const makeOlder = (minutes: number) => page.evaluate(makeOlderInPage, minutes * 60_000);
  return {
    badge: () => page.evaluate(() => browser.action.getBadgeText({})),
    title: () => page.evaluate(() => browser.action.getTitle({})),
    notifications: () =>
      page.evaluate(async () => [
        ...closedNotifications,
        ...Object.keys(await browser.notifications.getAll()),
      ]),
    hasToldAll: () =>
      page.evaluate(async () => {
        const { outbox } = await browser.storage.local.get('outbox');
        return (
          /"waiting":\[\]/.test(JSON.stringify(outbox)) &&
          /"notifications":\[\]/.test(JSON.stringify(outbox))
        );
      }),
    hasCheckedAll: () => page.evaluate(hasCheckedAllInPage),
    alarm: () => page.evaluate(async () => (await browser.alarms.getAll())[0]?.scheduledTime),
    stored: () => page.evaluate(() => browser.storage.local.get(null)),
    store: (...items) =>
      page.evaluate(
        (local, session = {}) =>
          navigator.locks.request('write', async () => {
            await browser.storage.local.clear();
            await browser.storage.session.clear();
            await browser.storage.session.set(session);
            await browser.storage.local.set(local);
          }),
        ...items,
      ),
    put: (local) =>
      page.evaluate(
        (items) => navigator.locks.request('write', () => browser.storage.local.set(items)),
        local,
      ),
    makeOlder,
    async passTime(minutes) {
      await makeOlder(minutes);
      await page.evaluate(letAlarmGoOffInPage);
    },
    async askForCheck() {
      await page.evaluate(() => {
        const command = { type: 'command', name: 'checkNow', command: {} };
        void browser.runtime.sendMessage(command).catch(() => {});
      });
    },
  };
}

/** Runs in a page of the extension, and so stands alone. */
async function hasCheckedAllInPage(): Promise<boolean> {
  const stored = await browser.storage.local.get(null);
  const timeIn = (key: string, name: string) =>
    Number(new RegExp(`"${name}":(\\d+)`).exec(JSON.stringify(stored[key] ?? ''))?.[1] ?? 0);
  return Object.keys(stored)
    .filter((key) => key.startsWith('target-state/'))
    .every((key) => {
      const connection = key.split('/')[1];
      const askedAt = timeIn(`connection-state/${connection}`, 'askedAt');
      return timeIn(key, 'nextCheckAt') > Date.now() && timeIn(key, 'at') >= askedAt;
    });
}

/** Runs in a page of the extension, and so stands alone. Writes under the background's own lock. */
async function makeOlderInPage(ms: number): Promise<void> {
  const times = [
    'nextCheckAt',
    'nextAt',
    'listedAt',
    'at',
    'missingSince',
    'refusedOnceAt',
    'lastSeenAt',
    'listedAgainAt',
    'askedAt',
    'since',
    'until',
    'readAt',
    'wantedAt',
    'notifiedAt',
  ];
  const older = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(older);
    if (typeof value !== 'object' || value === null) return value;
    const olderPart = (key: string, inner: unknown) => {
      if (typeof inner !== 'number') return older(inner);
      // The number of a clock hour, in which reads are counted.
      if (key === 'hour') return inner - Math.floor(ms / 3_600_000);
      return times.includes(key) ? inner - ms : inner;
    };
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, olderPart(key, inner)]),
    );
  };
  await navigator.locks.request('write', async () => {
    await browser.storage.session.remove('snapshot');
    const stored = await browser.storage.local.get(null);
    const states = Object.entries(stored).filter(([key]) =>
      /^(target-state|connection-state|chat-state|accounts|stake)\/|^reminder$/.test(key),
    );
    await browser.storage.local.set(Object.fromEntries(states.map(([k, v]) => [k, older(v)])));
  });
}

/** Sets the alarm again until it went off: a run that is just ending sets it for later. */
function letAlarmGoOffInPage(): Promise<void> {
  return new Promise((resolve) => {
    const setAlarm = () =>
      void browser.alarms.create('check', { when: Date.now(), periodInMinutes: 1 });
    const timer = setInterval(setAlarm, 500);
    const onAlarm = () => {
      clearInterval(timer);
      browser.alarms.onAlarm.removeListener(onAlarm);
      resolve();
    };
    browser.alarms.onAlarm.addListener(onAlarm);
    setAlarm();
  });
}
