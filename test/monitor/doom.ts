import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Http } from '@/utils/services/http';
import { startWorker } from './world';

/** Everything by which a background reaches the world, but for its requests. */
const doors: readonly [object, readonly string[]][] = [
  [fakeBrowser.storage.local, ['get', 'set', 'remove']],
  [fakeBrowser.storage.session, ['get', 'set', 'remove']],
  [fakeBrowser.alarms, ['get', 'create', 'clear']],
  [fakeBrowser.notifications, ['create', 'getAll']],
  [fakeBrowser.action, ['setBadgeText', 'setBadgeBackgroundColor', 'setTitle']],
];

/**
 * Stops a background at its `step`th call to the outside: `before` it has an effect, or `after` it
 * had one but before the background hears of it. From then on nothing reaches the world any more.
 */
export function doomAt(http: Http, step: number, moment: 'before' | 'after') {
  let calls = 0;
  const pass = async (call: () => unknown): Promise<unknown> => {
    calls += 1;
    if (calls < step) return call();
    if (calls === step && moment === 'after') await call();
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

/** Runs a background that is stopped so. @returns whether it came as far as that call */
export async function runStopped(
  http: Http,
  step: number,
  moment: 'before' | 'after',
): Promise<boolean> {
  const doom = doomAt(http, step, moment);
  await startWorker(doom.http)
    .run()
    .catch(() => {});
  doom.revive();
  return doom.wasReached();
}
