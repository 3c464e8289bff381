import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { pauseConnection, removeConnection } from '@/utils/commands/connections';
import { editConnection } from '@/utils/commands/edit-connection';
import { onlyConnection } from '../monitor/stored';
import { connect, startWorker } from '../monitor/world';
import {
  accountsByLabel,
  connections,
  everythingStored,
  startManagedWorld,
  teamAndAgency,
  teamWith,
} from './world';

let world: ReturnType<typeof startManagedWorld>;
beforeEach(() => {
  world = startManagedWorld();
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a policy’s connection', () => {
  it('is monitored with all its profiles, and listed as managed', async () => {
    await world.enforce(teamAndAgency);
    expect(await accountsByLabel(world.now())).toEqual({ Team: 8, Agency: 6 });
    expect((await connections()).map(({ managed }) => managed)).toEqual([true, true]);
  });

  it('stores its key nowhere but in the policy', async () => {
    await world.enforce(teamAndAgency);
    const stored = await everythingStored();
    expect(stored).toContain('Team');
    for (const key of Object.values(world.keys)) {
      expect(stored.includes(key)).toBe(false);
      expect(stored.includes(`"${key.slice(-3)}"`)).toBe(false);
    }
  });

  it('monitors only the profiles it names', async () => {
    const [, northwind] = world.synposter.state.profiles;
    const named = { service: 'synposter', apiKey: world.keys.synposter, label: 'Agency' };
    await world.enforce({ connections: [{ ...named, profileIds: [northwind?.id] }] });
    expect(await accountsByLabel(world.now())).toEqual({ Agency: 3 });
    expect(world.asked.some(({ url }) => url.pathname === '/v1/profiles')).toBe(false);
  });

  it('leaves connections that people added alone', async () => {
    await connect(world, 'schedpilot', { label: 'Mine' });
    await world.enforce(teamAndAgency);
    await world.enforce({});
    expect(await connections()).toMatchObject([{ label: 'Mine' }]);
    await startWorker(world.http).run();
    expect(await accountsByLabel(world.now())).toEqual({ Mine: 8 });
  });

  it('causes no request and no write while it stays the same', async () => {
    await world.enforce(teamAndAgency);
    const asked = world.asked.length;
    const set = vi.spyOn(fakeBrowser.storage.local, 'set').mockClear();
    await world.follow();
    expect(set).not.toHaveBeenCalled();
    expect(world.asked).toHaveLength(asked);
  });

  it('does not exist in an unmanaged browser, even if Firefox rejects the request', async () => {
    await world.enforce({});
    vi.spyOn(fakeBrowser.storage.managed, 'get').mockRejectedValue(new Error('No manifest'));
    await expect(world.follow()).resolves.toBeUndefined();
    expect(await connections()).toEqual([]);
  });

  it('can be paused, but neither edited nor removed', async () => {
    await world.enforce(teamWith(world.keys.schedpilot));
    const { id: connectionId } = (await onlyConnection(world)).connection;
    const edit = { connectionId, apiKey: 'smm_other', label: 'Mine', profileIds: [] };
    expect(await editConnection(world.http, edit)).toEqual({ kind: 'gone' });
    await removeConnection(world.now(), { connectionId });
    await pauseConnection(world.now(), { connectionId, paused: true });
    await world.follow();
    expect((await onlyConnection(world)).connection).toMatchObject({ label: 'Team', paused: true });
  });
});
