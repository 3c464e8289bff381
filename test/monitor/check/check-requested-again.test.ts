import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { checkNow } from '@/utils/commands/connections';
import { startCheckedWorld, startWorker } from '../world';

it('a run checks again if a check is requested while it sets its last alarm', async () => {
  const world = await startCheckedWorld();
  const monitor = startWorker(world.http);
  world.pass(1);
  const before = world.asked.length;
  const { alarms } = fakeBrowser;
  const get = alarms.get.bind(alarms);
  const asksOnce = vi.spyOn(alarms, 'get').mockImplementationOnce(async (name = '') => {
    await checkNow(world.now(), {});
    void monitor.run();
    return get(name);
  });
  await monitor.run();
  expect(asksOnce).toHaveBeenCalled();
  const checks = world.asked.slice(before).filter(({ url }) => url.pathname.endsWith('/accounts'));
  // SchedPilot, and each of two profiles.
  expect(checks).toHaveLength(3);
});
