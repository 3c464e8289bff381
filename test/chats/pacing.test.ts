import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPacing } from '@/utils/chats/pacing';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** When each address was posted to, in ms from the start. */
async function timesOf(addresses: readonly string[]): Promise<number[]> {
  const start = Date.now();
  const mayPost = createPacing();
  const times = Promise.all(addresses.map((one) => mayPost(one).then(() => Date.now() - start)));
  await vi.runAllTimersAsync();
  return times;
}

describe('createPacing', () => {
  it('lets an address be posted to once a second', async () => {
    expect(await timesOf(['a', 'a', 'a'])).toEqual([1_000, 2_000, 3_000]);
  });

  it('waits a second at its start: a worker that was killed may just have posted', async () => {
    expect(await timesOf(['a', 'b'])).toEqual([1_000, 1_000]);
  });

  it('does not wait where an address was not posted to for a second', async () => {
    const mayPost = createPacing();
    await vi.advanceTimersByTimeAsync(5_000);
    const done = vi.fn();
    void mayPost('a').then(done);
    await vi.advanceTimersByTimeAsync(0);
    expect(done).toHaveBeenCalled();
  });

  it('waits no longer after the clock was set back', async () => {
    const mayPost = createPacing();
    await vi.advanceTimersByTimeAsync(5_000);
    void mayPost('a');
    await vi.advanceTimersByTimeAsync(0);
    vi.setSystemTime(Date.now() - 3_600_000);
    const done = vi.fn();
    void mayPost('a').then(done);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(done).toHaveBeenCalled();
  });
});
