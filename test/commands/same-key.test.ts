import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { pauseConnection, removeConnection } from '@/utils/commands/connections';
import { editConnection } from '@/utils/commands/edit-connection';
import { enforcePolicy } from '@/utils/policy/enforce';
import { keptKeysItem } from '@/utils/state/api-keys';
import { readSchedule } from '@/utils/state/read-state';
import { readItems } from '@/utils/storage/read-items';
import { connect, connectionIdOf, startWorld, type World } from '../monitor/world';

let world: World;
beforeEach(() => {
  world = startWorld();
});

/** In hexadecimal. */
async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Buffer.from(hash).toString('hex');
}

const another = ['smm', 'another1234567h8'].join('_');

const add = (label: string, apiKey = world.keys.schedpilot) =>
  connect(world, 'schedpilot', { label, apiKey });
const addedId = (label: string, apiKey = world.keys.schedpilot) =>
  connectionIdOf(world, 'schedpilot', { label, apiKey });

const labels = async () =>
  (await readSchedule(world.now())).connections.map(({ connection }) => connection.label);

describe('a key that another connection of the service already has', () => {
  it.each(['removed', 'browser-closes'] as const)(
    'is not added again, and the reply names that connection, also if it is kept until %s',
    async (keyKeptUntil) => {
      const kept = keyKeptUntil === 'browser-closes' ? { keyKeptUntil } : {};
      const connectionId = await connectionIdOf(world, 'schedpilot', { label: 'Studio', ...kept });
      const asked = world.asked.length;
      const reply = { kind: 'same-key', connectionId, label: 'Studio' };
      expect(await add('Again')).toEqual(reply);
      expect(await labels()).toEqual(['Studio']);
      expect(world.asked).toHaveLength(asked);
    },
  );

  it('is not added again while that connection is paused', async () => {
    const connectionId = await addedId('Studio');
    await pauseConnection(world.now(), { connectionId, paused: true });
    expect(await add('Again')).toMatchObject({ kind: 'same-key', label: 'Studio' });
  });

  it('is added once if two windows add it at once', async () => {
    const replies = await Promise.all([add('One'), add('Two')]);
    expect(replies.map(({ kind }) => kind).toSorted()).toEqual(['same-key', 'saved']);
    expect(await labels()).toHaveLength(1);
  });

  it('cannot replace another connection’s key', async () => {
    world.schedPilot.state.keys.add(another);
    await addedId('Studio');
    const connectionId = await addedId('Other', another);
    const asked = world.asked.length;
    const edit = { connectionId, label: 'Renamed', profileIds: [] };
    const reply = await editConnection(world.http, { ...edit, apiKey: world.keys.schedpilot });
    expect(reply).toMatchObject({ kind: 'same-key', label: 'Studio' });
    expect((await readItems([keptKeysItem]))[0][connectionId]).toBe(another);
    expect(await labels()).toEqual(['Studio', 'Other']);
    expect(world.asked).toHaveLength(asked);
  });

  it('cannot replace a key while a connection with it is being added', async () => {
    const third = ['smm', 'third1234567h8'].join('_');
    for (const key of [another, third]) world.schedPilot.state.keys.add(key);
    const connectionId = await addedId('Other', another);
    const { fetch } = world.http;
    const http = {
      ...world.http,
      async fetch(...request: Parameters<typeof fetch>) {
        await add('Meanwhile', third);
        return fetch(...request);
      },
    };
    const edit = { connectionId, label: 'Other', profileIds: [], apiKey: third };
    expect(await editConnection(http, edit)).toMatchObject({ label: 'Meanwhile' });
  });

  it('is recognized if an organization set it', async () => {
    const studio = { service: 'schedpilot', apiKey: world.keys.schedpilot, label: 'Company' };
    await fakeBrowser.storage.managed.set({ connections: [studio] });
    await enforcePolicy(world.now());
    expect(await add('Mine')).toMatchObject({ kind: 'same-key', label: 'Company' });
  });

  it('can be entered again for its own connection, and added once it is free', async () => {
    const connectionId = await addedId('Studio');
    const edit = { connectionId, label: 'Studio', profileIds: [] };
    const again = await editConnection(world.http, { ...edit, apiKey: world.keys.schedpilot });
    expect(again).toMatchObject({ kind: 'saved' });
    await removeConnection(world.now(), { connectionId });
    expect(await add('Anew')).toMatchObject({ kind: 'saved' });
  });

  it('is compared within its service only', async () => {
    world.synposter.state.keys.add(world.keys.schedpilot);
    await addedId('Studio');
    const elsewhere = await connect(world, 'synposter', { apiKey: world.keys.schedpilot });
    expect(elsewhere).toMatchObject({ kind: 'saved' });
  });

  it('leaves no hash of itself in storage or replies', async () => {
    await addedId('Studio');
    const reply = await add('Again');
    const areas = [fakeBrowser.storage.local, fakeBrowser.storage.session];
    const stored = await Promise.all(areas.map((area) => area.get(null)));
    const hash = await sha256(world.keys.schedpilot);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify([stored, reply])).not.toContain(hash.slice(0, 16));
  });
});
