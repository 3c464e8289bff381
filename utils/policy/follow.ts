import { enforcePolicy } from './enforce';

/**
 * Does what the organization's policy asks for, one time after the other. Where there is no policy,
 * as for most people, it reads that and does nothing.
 *
 * @param now ms since the epoch
 * @param start has the monitor look at what was changed
 */
export function followPolicy(now: () => number, start: () => Promise<void>): Promise<void> {
  return navigator.locks.request('policy', async () => {
    if (await enforcePolicy(now())) await start();
  });
}
