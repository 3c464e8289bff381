import { afterEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { followState } from '@/utils/view/follow-stored';

afterEach(() => {
  vi.useRealTimers();
});

it('changes are passed on at once, and those shortly after together', async () => {
  vi.useFakeTimers();
  const onState = vi.fn();
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  const change = (connections: number) =>
    fakeBrowser.storage.local.set({ connections: { version: connections, value: [] } });
  const stop = followState(onState);
  await pass(1);
  expect(onState).toHaveBeenCalledTimes(1);

  await change(1);
  await pass(1);
  expect(onState).toHaveBeenCalledTimes(2);
  for (let i = 2; i < 10; i += 1) {
    await change(i);
    await pass(10);
  }
  expect(onState).toHaveBeenCalledTimes(2);
  await pass(100);
  expect(onState).toHaveBeenCalledTimes(3);

  stop();
  await change(10);
  await pass(1_000);
  expect(onState).toHaveBeenCalledTimes(3);
});
