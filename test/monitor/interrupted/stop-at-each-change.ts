import { expect } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Http } from '@/utils/services/http';
import { minute } from '../../builders';
import { startWorker, type World } from '../world';

/**
 * Everything through which a background changes the world, except its requests. Stopping it
 * before it reads something leaves the same world as stopping it before its next change.
 */
const doors: readonly [object, readonly string[]][] = [
  [fakeBrowser.storage.local, ['set', 'remove']],
  [fakeBrowser.storage.session, ['set', 'remove']],
  [fakeBrowser.alarms, ['create', 'clear']],
  [fakeBrowser.notifications, ['create', 'clear']],
  [fakeBrowser.action, ['setBadgeText', 'setBadgeBackgroundColor', 'setTitle']],
];

/**
 * Stops a background before its `step`th change to the outside. From then on nothing reaches the
 * world: the background seems stopped right after the change before, without its result.
 */
function doomAt(http: Http, step: number) {
  let calls = 0;
  const pass = async (call: () => unknown): Promise<unknown> => {
    calls += 1;
    if (calls < step) return call();
    throw new Error('The background was stopped');
  };
  const undo: (() => void)[] = [];
  for (const [api, names] of doors) {
    for (const name of names) {
      const original: unknown = Reflect.get(api, name);
      if (typeof original !== 'function') throw new Error(`${name} is no function`);
      Reflect.set(api, name, (...args: unknown[]) =>
        pass(() => Reflect.apply(original, api, args)),
      );
      undo.push(() => Reflect.set(api, name, original));
    }
  }
  const doomed: Http = {
    ...http,
    async fetch(...request) {
      const answered = await pass(() => http.fetch(...request));
      if (!(answered instanceof Response)) throw new Error('No answer');
      return answered;
    },
  };
  return {
    http: doomed,
    wasReached: () => calls >= step,
    revive: () => {
      for (const restore of undo) restore();
    },
  };
}

/**
 * Repeats the same scenario from the current state of the world, stopping the background one change
 * later each time, until it finishes.
 *
 * @param live runs the background with `run`, and names `where` it was stopped in its expectations
 */
export async function stopAtEachChange(
  world: World,
  live: (run: () => Promise<void>, where: string) => Promise<void>,
): Promise<void> {
  const comeBack = await bookmark(world);
  let step = 0;
  let isStopped = true;
  while (isStopped) {
    step += 1;
    await comeBack();
    const run = async () => {
      const doom = doomAt(world.http, step);
      await startWorker(doom.http)
        .run()
        .catch(() => {});
      doom.revive();
      isStopped = doom.wasReached();
    };
    await live(run, `stopped before change ${step}`);
  }
  expect(step).toBeGreaterThan(10);
}

/** @returns a function that restores storage, the alarm, the time, and the reads used */
async function bookmark(world: World): Promise<() => Promise<void>> {
  const { local, session } = fakeBrowser.storage;
  const stored = [await local.get(null), await session.get(null)] as const;
  const alarms = await fakeBrowser.alarms.getAll();
  const reads = { ...world.schedPilot.state.reads };
  const at = world.now();
  return async () => {
    fakeBrowser.reset();
    await local.set(stored[0]);
    await session.set(stored[1]);
    for (const { name, scheduledTime: when, periodInMinutes = 1 } of alarms) {
      await fakeBrowser.alarms.create(name, { when, periodInMinutes });
    }
    Object.assign(world.schedPilot.state.reads, reads);
    world.pass((at - world.now()) / minute);
  };
}
