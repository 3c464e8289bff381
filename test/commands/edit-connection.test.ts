import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { editConnection } from '@/utils/commands/edit-connection';
import { profilesDueAt } from '@/utils/schedule/profiles-due';
import { keptKeysItem } from '@/utils/state/api-keys';
import { readItems } from '@/utils/storage/read-items';
import { onlyConnection, storedAccounts } from '../monitor/stored';
import { connect, startWorker, startWorld, type World } from '../monitor/world';

let world: World;
beforeEach(() => {
  world = startWorld();
});

describe('editing a connection', () => {
  it('changes the label without a request', async () => {
    await connect(world, 'schedpilot');
    const { id } = (await onlyConnection(world)).connection;
    const asked = world.asked.length;
    await editConnection(world.http, { connectionId: id, label: 'Crew', profileIds: [] });
    expect((await onlyConnection(world)).connection.label).toBe('Crew');
    expect(world.asked).toHaveLength(asked);
  });

  it('tests a new key before replacing the old one', async () => {
    await connect(world, 'schedpilot');
    const { id } = (await onlyConnection(world)).connection;
    const edit = { connectionId: id, label: 'Team', profileIds: [] };
    expect(await editConnection(world.http, { ...edit, apiKey: 'smm_wrong' })).toMatchObject({
      kind: 'failed',
      error: { kind: 'refused' },
    });
    expect((await readItems([keptKeysItem]))[0][id]).toBe(world.keys.schedpilot);

    world.schedPilot.state.keys.add('smm_thenewkey12345');
    await editConnection(world.http, { ...edit, apiKey: 'smm_thenewkey12345' });
    expect((await readItems([keptKeysItem]))[0][id]).toBe('smm_thenewkey12345');
    const { connection, state } = await onlyConnection(world);
    expect(connection).toMatchObject({ keyHint: '345', keyRevision: 2 });
    expect(state.reads).toMatchObject({ used: 2 });
  });

  it('never lists profiles at a service without them, even for a new key', async () => {
    await connect(world, 'schedpilot');
    const { connection } = await onlyConnection(world);
    const apiKey = ['smm', 'brandnew1234567'].join('_');
    world.schedPilot.state.keys.add(apiKey);
    const edit = { connectionId: connection.id, label: 'Team', profileIds: [], apiKey };
    expect(await editConnection(world.http, edit)).toMatchObject({ kind: 'saved' });
    const edited = await onlyConnection(world);
    expect(edited.connection).not.toHaveProperty('profilesFrom');
    expect(edited.state).not.toHaveProperty('profilesCheck');
    expect(profilesDueAt(edited, world.now())).toBe(Number.POSITIVE_INFINITY);
  });

  it('monitors the known profiles if a new key may not list them', async () => {
    await connect(world, 'synposter');
    const { connection } = await onlyConnection(world);
    const profileIds = connection.profiles.map(({ id }) => id);
    const apiKey = ['sk', 'live', 'maynotlist12345'].join('_');
    world.synposter.state.keys = new Set([apiKey]);
    world.synposter.state.statusOfProfiles = 403;
    const edit = { connectionId: connection.id, label: 'Agency', apiKey };
    const reply = await editConnection(world.http, { ...edit, profileIds: [] });
    expect(reply).toEqual({ kind: 'profiles-hidden' });
    expect(await editConnection(world.http, { ...edit, profileIds })).toMatchObject({
      kind: 'saved',
    });
    const { profiles, profilesFrom } = (await onlyConnection(world)).connection;
    expect(profiles).toEqual(connection.profiles);
    expect(profilesFrom).toBeUndefined();
  });

  it('deletes the accounts of a profile that is no longer chosen', async () => {
    await connect(world, 'synposter');
    await startWorker(world.http).run();
    const { connection } = await onlyConnection(world);
    const kept = connection.profiles[1]?.id ?? '';
    await editConnection(world.http, {
      connectionId: connection.id,
      label: 'Agency',
      profileIds: [kept],
    });
    await startWorker(world.http).run();
    expect((await onlyConnection(world)).connection.profiles).toEqual([
      { id: kept, name: 'Northwind Traders' },
    ]);
    expect(await storedAccounts(world)).toHaveLength(3);
    const accountItems = Object.keys(await fakeBrowser.storage.local.get(null)).filter((key) =>
      key.startsWith('accounts/'),
    );
    expect(accountItems).toHaveLength(1);
  });
});
