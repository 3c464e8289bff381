import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { editConnection } from '@/utils/commands/edit-connection';
import { importSettings } from '@/utils/commands/settings/import-settings';
import { readSettingsFile, settingsFileText } from '@/utils/commands/settings/settings-file';
import { connectionProblem } from '@/utils/state/app-state';
import { connectionsItem, settingsItem } from '@/utils/state/items';
import { readState } from '@/utils/state/read-state';
import { defaultSettings } from '@/utils/state/settings';
import { readItems } from '@/utils/storage/read-items';
import { startCheckedWorld, startWorker, startWorld, type World } from '../monitor/world';

/** What one browser saves for another. */
async function savedBy(world: World) {
  const [settings, connections] = await readItems([settingsItem, connectionsItem]);
  const changed = { ...settings, checkEveryMinutes: 5 as const };
  const file = readSettingsFile(settingsFileText(changed, connections, {}, world.now()));
  if (file.kind !== 'settings') throw new Error('The file cannot be read');
  return file.content;
}

let world: World;
beforeEach(async () => {
  world = await startCheckedWorld();
});

describe('settings from a file', () => {
  it('replace the current ones, and each target gets a slot in the new interval', async () => {
    await importSettings(world.now(), await savedBy(world));
    const { settings, connections } = await readState(world.now());
    expect(settings.checkEveryMinutes).toBe(5);
    const turns = connections.flatMap(({ targets }) => targets.map((t) => t.state.nextCheckAt));
    expect(Math.max(...turns)).toBeLessThanOrEqual(world.now() + 5 * 60_000);
  });

  it('leave existing connections alone', async () => {
    const [before] = await readItems([connectionsItem]);
    const content = await savedBy(world);
    const renamed = content.connections.map((entry) => ({ ...entry, label: 'Another' }));
    const again = { ...content, connections: renamed };
    expect(await importSettings(world.now(), again)).toEqual({ added: 0 });
    expect(await readItems([connectionsItem])).toEqual([before]);
  });
});

describe('connections from a file', () => {
  async function inAnotherBrowser() {
    const content = await savedBy(world);
    await fakeBrowser.storage.local.clear();
    const other = startWorld();
    const twice = { ...content, connections: [...content.connections, ...content.connections] };
    const reply = await importSettings(other.now(), twice);
    await startWorker(other.http).run();
    return { other, reply };
  }

  it('are added once each, ask for their keys, and send nothing before', async () => {
    const { other, reply } = await inAnotherBrowser();
    expect(reply).toEqual({ added: 2 });
    expect(other.asked).toEqual([]);
    const { settings, connections } = await readState(other.now());
    expect(settings).toEqual({ ...defaultSettings, checkEveryMinutes: 5 });
    expect(connections.map(connectionProblem)).toEqual([{ kind: 'no-key' }, { kind: 'no-key' }]);
  });

  it('are checked as soon as the key is entered', async () => {
    const { other } = await inAnotherBrowser();
    other.pass(1);
    const [connections] = await readItems([connectionsItem]);
    for (const { id: connectionId, service, label } of connections) {
      const apiKey = other.keys[service];
      const edit = { connectionId, label, profileIds: [], apiKey };
      expect(await editConnection(other.http, edit)).toMatchObject({ kind: 'saved' });
    }
    other.pass(1);
    await startWorker(other.http).run();
    const state = await readState(other.now());
    expect(state.connections.map(connectionProblem)).toEqual([undefined, undefined]);
    expect([...state.accounts.values()].flat().length).toBeGreaterThan(6);
  });
});
