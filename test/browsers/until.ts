import { setTimeout as pause } from 'node:timers/promises';

/** Long, because a busy machine is no reason to fail. Only a test that fails waits that long. */
const longestMs = 60_000;

/**
 * Waits for what a test means: asks again and again until the answer is neither `false` nor
 * `undefined`.
 *
 * @throws after a minute
 */
export async function until<T>(
  ask: () => Promise<T | false | undefined> | T | false | undefined,
  { everyMs = 40 }: { everyMs?: number } = {},
): Promise<T> {
  const end = Date.now() + longestMs;
  for (;;) {
    const answer = await ask();
    if (answer !== false && answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`Waited ${longestMs} ms in vain for: ${ask}`);
    await pause(everyMs);
  }
}
