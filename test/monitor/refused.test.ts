import { beforeEach, describe, expect, it } from 'vitest';
import { checkNow } from '@/utils/commands/connections';
import { editConnection } from '@/utils/commands/edit-connection';
import { connectionsItem } from '@/utils/storage/items';
import { readItems } from '@/utils/storage/read';
import { startCheckedWorld, startWorker, type World } from './world';

let world: World;
beforeEach(async () => {
  world = await startCheckedWorld();
  world.synposter.state.keys.clear();
  world.pass(20);
  await startWorker(world.http).run();
});

/** How many requests for accounts, one for each target, Synposter has after some minutes. */
async function askedAfter(minutes: number): Promise<number> {
  const before = world.asked.length;
  world.pass(minutes);
  await startWorker(world.http).run();
  return world.asked
    .slice(before)
    .filter(({ url }) => url.hostname === 'api.synposter.com' && url.pathname === '/v1/accounts')
    .length;
}

describe('a connection whose key is refused', () => {
  it('is asked through one of its targets, every six hours', async () => {
    for (let twice = 0; twice < 2; twice += 1) {
      expect(await askedAfter(5 * 60 + 59)).toBe(0);
      expect(await askedAfter(1)).toBe(1);
    }
  });

  it('is asked again, through the same one, when somebody asks', async () => {
    world.pass(1);
    expect(await checkNow(world.now(), {})).toEqual({ kind: 'started' });
    expect(await askedAfter(0)).toBe(1);
  });

  it('is asked through all of them as soon as it has another key', async () => {
    const [connections] = await readItems([connectionsItem]);
    const connection = connections.find(({ service }) => service === 'synposter');
    const apiKey = ['sk', 'live', 'brandnew1234567'].join('_');
    world.synposter.state.keys.add(apiKey);
    world.pass(1);
    await editConnection(world.http, {
      connectionId: connection?.id ?? '',
      apiKey,
      label: 'One',
      profileIds: [],
    });
    expect(await askedAfter(0)).toBe(2);
  });
});
