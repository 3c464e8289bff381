import { beforeEach, describe, expect, it } from 'vitest';
import { changeSettings } from '@/utils/commands/settings/change-settings';
import { readSchedule } from '@/utils/state/read-state';
import { recordShown, startWorker } from '../monitor/world';
import { settingsInForce, startManagedWorld } from './world';

let world: ReturnType<typeof startManagedWorld>;
beforeEach(() => {
  world = startManagedWorld();
});

describe('a policy’s setting', () => {
  it('overrides a person’s choice, which returns when the policy goes', async () => {
    await changeSettings(world.now(), { checkEveryMinutes: 60, loadPictures: false });
    await world.enforce({ settings: { checkEveryMinutes: 5, notify: { recovery: false } } });
    expect(await settingsInForce(world.now())).toMatchObject({
      checkEveryMinutes: 5,
      loadPictures: false,
      notify: { trouble: true, warning: true, recovery: false, refused: true },
    });
    await changeSettings(world.now(), { checkEveryMinutes: 30 });
    expect(await settingsInForce(world.now())).toMatchObject({ checkEveryMinutes: 5 });
    await world.enforce({});
    expect(await settingsInForce(world.now())).toMatchObject({
      checkEveryMinutes: 30,
      notify: { recovery: true },
    });
  });

  it('overrides a part of the quiet hours and leaves the rest to people', async () => {
    await changeSettings(world.now(), { quietHours: { on: true, from: '20:00', to: '06:00' } });
    await changeSettings(world.now(), { quietHours: { from: '21:00' } });
    await world.enforce({ settings: { quietHours: { to: '09:00' } } });
    expect(await settingsInForce(world.now())).toMatchObject({
      quietHours: { on: true, from: '21:00', to: '09:00' },
    });
  });

  it('gives each target a slot in a new interval', async () => {
    const { schedpilot: apiKey } = world.keys;
    const connections = [{ service: 'schedpilot', apiKey, label: 'Team' }];
    await world.enforce({ connections, settings: { checkEveryMinutes: 360 } });
    const nextCheckAt = async () =>
      (await readSchedule(world.now())).connections[0]?.targets[0]?.state.nextCheckAt;
    expect(await nextCheckAt()).toBeGreaterThan(world.now() + 60 * 60_000);
    await world.enforce({ connections, settings: { checkEveryMinutes: 5 } });
    expect(await nextCheckAt()).toBeLessThanOrEqual(world.now() + 5 * 60_000);
  });

  it('holds back notifications that it turns off', async () => {
    const { synposter: apiKey } = world.keys;
    const connections = [{ service: 'synposter', apiKey, label: 'Agency' }];
    await world.enforce({ connections, settings: { notify: { trouble: false } } });
    const shown = recordShown();
    const breakAndCheck = async (handle: string) => {
      world.synposter.change(handle, { status: 'expired' });
      world.pass(16);
      await startWorker(world.http).run();
    };
    await breakAndCheck('alice');
    expect(shown()).toEqual([]);
    await world.enforce({ connections });
    await breakAndCheck('alice_support');
    expect(shown()).toHaveLength(1);
  });
});
