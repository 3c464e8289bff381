import { enforcePolicy } from './enforce';

/**
 * Applies the organization's policy, one run at a time. Without a policy, which
 * is the usual case, it changes nothing.
 *
 * @param now ms since the epoch
 * @param start runs the monitor after a change
 */
export function followPolicy(now: () => number, start: () => Promise<void>): Promise<void> {
  return navigator.locks.request('policy', async () => {
    if (await enforcePolicy(now())) await start();
  });
}
