import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { editConnection } from '@/utils/commands/edit-connection';
import { importSettings } from '@/utils/commands/settings/import-settings';
import { noteLostKeys } from '@/utils/requests/lost-keys';
import { connectionProblem } from '@/utils/state/app-state';
import { readSchedule } from '@/utils/state/read-state';
import { defaultSettings } from '@/utils/state/settings';
import { connect, recordShown, startWorker, startWorld, type World } from '../monitor/world';

let world: World;

/** A connection whose key is only kept until the browser closes, checked once. */
beforeEach(async () => {
  world = startWorld();
  const { http, now } = world;
  await noteLostKeys(now(), '1.0.0');
  await connect(world, 'schedpilot', { keyKeptUntil: 'browser-closes' });
  await startWorker(http).run();
});

/** What closing the browser and updating the extension have in common. */
const emptySession = () => fakeBrowser.storage.session.clear();

async function start(version: string): Promise<void> {
  world.pass(1);
  await noteLostKeys(world.now(), version);
  await startWorker(world.http).run();
}

async function problem() {
  const { connections } = await readSchedule(world.now());
  return connections.map(connectionProblem);
}

describe('a key kept until the browser closes', () => {
  it.each([
    ['1.0.0', 'browser-closed'],
    ['1.0.1', 'updated'],
  ])('is reported lost at once when version %s starts: %s', async (version, lostBy) => {
    const shown = recordShown();
    await emptySession();
    await start(version);
    expect(await problem()).toEqual([{ kind: 'no-key', lostBy }]);
    expect(await fakeBrowser.action.getBadgeText({})).toBe('!');
    expect(shown()).toEqual([expect.stringMatching(/>key-lost$/)]);
  });

  it('is reported once, however often a worker starts or is killed before', async () => {
    const shown = recordShown();
    await emptySession();
    await start('1.0.1');
    await start('1.0.1');
    await emptySession();
    await start('1.0.1');
    expect(shown()).toHaveLength(1);
  });

  it('is not reported while the session lasts', async () => {
    const shown = recordShown();
    await start('1.0.0');
    expect(await problem()).toEqual([undefined]);
    expect(shown()).toEqual([]);
  });

  it('is reported again when lost after it was entered again', async () => {
    const shown = recordShown();
    await emptySession();
    await start('1.0.0');
    const { connections } = await readSchedule(world.now());
    const connectionId = connections[0]?.connection.id ?? '';
    const edit = { connectionId, label: 'One', profileIds: [], apiKey: world.keys.schedpilot };
    await editConnection(world.http, { ...edit, keyKeptUntil: 'browser-closes' });
    await startWorker(world.http).run();
    expect(await problem()).toEqual([undefined]);
    await emptySession();
    await start('1.0.0');
    expect(shown()).toHaveLength(2);
  });

  it('is not reported for an imported connection that never had a key', async () => {
    const shown = recordShown();
    await importSettings(world.now(), {
      settings: defaultSettings,
      clients: {},
      connections: [
        {
          id: 'imported',
          service: 'schedpilot',
          label: 'Imported',
          keyKeptUntil: 'browser-closes',
          paused: false,
          profiles: [],
        },
      ],
    });
    await emptySession();
    await start('1.0.0');
    expect((await problem()).at(-1)).toEqual({ kind: 'no-key' });
    expect(shown().filter((id) => id.startsWith('imported'))).toEqual([]);
  });
});
