import { beforeEach, describe, expect, it } from 'vitest';
import { moveToClient } from '@/utils/commands/accounts';
import { checkNow } from '@/utils/commands/connections';
import { connectionViews } from '@/utils/options/connection-view';
import { popupView } from '@/utils/popup/popup-view';
import { readState } from '@/utils/state/read-state';
import { accountRows } from '@/utils/view/account/account-rows';
import { startWorker } from '../monitor/world';
import { accountsByLabel, startManagedWorld } from './world';

let world: ReturnType<typeof startManagedWorld>;
beforeEach(() => {
  world = startManagedWorld();
});

const agencyWith = (profileIds: readonly string[]) => ({
  connections: [
    { service: 'synposter', apiKey: world.keys.synposter, label: 'Agency', profileIds },
  ],
});
const views = async () => {
  const state = await readState(world.now());
  return [popupView(state, world.now()), ...connectionViews(state, world.now())];
};

it('a policy’s connection names the client of its accounts, but not of those moved by hand', async () => {
  const { synposter: apiKey } = world.keys;
  const client = 'Northwind Group';
  await world.enforce({
    connections: [{ service: 'synposter', apiKey, label: 'Agency', client }],
  });
  const clientsNow = async () =>
    new Set(accountRows(await readState(world.now()), world.now()).map((row) => row.client));
  expect(await clientsNow()).toEqual(new Set([client]));
  const [row] = accountRows(await readState(world.now()), world.now());
  await moveToClient(world.now(), { accounts: [row?.key ?? ''], client: 'Alice' });
  expect(await clientsNow()).toEqual(new Set([client, 'Alice']));
});

describe('the profiles of a policy’s key', () => {
  it('are those it names, else all, including new ones', async () => {
    const [brand] = world.synposter.state.profiles;
    await world.enforce(agencyWith([brand?.id ?? '']));
    expect(await accountsByLabel(world.now())).toEqual({ Agency: 3 });
    await world.enforce(agencyWith([]));
    expect(await accountsByLabel(world.now())).toEqual({ Agency: 6 });

    const added = world.synposter.addProfile('Third');
    world.synposter.addAccount(added.id, { handle: 'third' });
    world.pass(56);
    await startWorker(world.http).run();
    expect(await accountsByLabel(world.now())).toEqual({ Agency: 7 });
  });

  it('are reported as unavailable until the service lists them', async () => {
    world.synposter.state.statusOfProfiles = 403;
    await world.enforce(agencyWith([]));
    world.pass(1);
    await startWorker(world.http).run();
    const problem = { kind: 'refused', status: 403 };
    const [popup, connection] = await views();
    expect(popup).toMatchObject({
      heading: { kind: 'cannot-check' },
      alerts: [{ label: 'Agency', managed: true, trouble: { kind: 'problem', problem } }],
    });
    expect(connection).toMatchObject({ problem });
    expect(connection).not.toHaveProperty('profilesProblem');

    world.synposter.state.statusOfProfiles = 200;
    world.pass(1);
    await checkNow(world.now(), {});
    await startWorker(world.http).run();
    expect(await accountsByLabel(world.now())).toEqual({ Agency: 6 });
    expect((await views())[0]).toMatchObject({ alerts: [] });
  });
});
