import { setTimeout as pause } from 'node:timers/promises';

/**
 * Waits for what a test means: asks again and again until the answer is neither `false` nor
 * `undefined`.
 *
 * @throws after `withinMs`, with the last answer
 */
export async function until<T>(
  ask: () => Promise<T | false | undefined> | T | false | undefined,
  { withinMs = 20_000, everyMs = 40 }: { withinMs?: number; everyMs?: number } = {},
): Promise<T> {
  const end = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer !== false && answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`Waited ${withinMs} ms in vain for: ${ask}`);
    await pause(everyMs);
  }
}
