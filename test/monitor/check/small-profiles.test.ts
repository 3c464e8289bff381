import { expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { connect, recordShown, startWorker, startWorld, type World } from '../world';

/** An agency with a profile for each of twelve clients, and two accounts in each. */
async function startAgency(): Promise<World> {
  const world = startWorld();
  const { synposter, http } = world;
  synposter.state.profiles = [];
  synposter.state.accounts = [];
  for (let client = 0; client < 12; client += 1) {
    const { id } = synposter.addProfile(`Client ${client}`);
    for (const name of ['a', 'b']) synposter.addAccount(id, { handle: `client${client}${name}` });
  }
  await connect(world, 'synposter');
  await startWorker(http).run();
  return world;
}

async function passMinutes(world: World, minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    world.pass(1);
    await startWorker(world.http).run();
  }
}

it('no account is notified as gone while the lists of all small profiles are empty', async () => {
  const world = await startAgency();
  const shown = recordShown();
  await passMinutes(world, 20);
  const { accounts } = world.synposter.state;
  world.synposter.state.accounts = [];
  await passMinutes(world, 20);
  world.synposter.state.accounts = accounts;
  await passMinutes(world, 45);
  expect(shown()).toEqual([]);
});

it('all profiles’ losses are one notification once the last is confirmed', async () => {
  const world = await startAgency();
  const shown = recordShown();
  await passMinutes(world, 20);
  world.synposter.state.accounts = [];
  await passMinutes(world, 46);
  expect(shown()).toEqual([expect.stringMatching(/>mass-unlisted$/)]);
  expect(await fakeBrowser.action.getBadgeText({})).toBe('24');
});

it('a loss is notified after 46 minutes if other profiles stay in doubt', async () => {
  const world = await startAgency();
  const shown = recordShown();
  await passMinutes(world, 20);
  world.synposter.state.accounts = [];
  await passMinutes(world, 20);
  // From now on, only the first profile answers, so that only its loss can be confirmed.
  const [first] = world.synposter.state.profiles;
  const { handle } = world.synposter;
  world.synposter.handle = (request) =>
    request.url.searchParams.get('profileId') === first?.id
      ? handle(request)
      : { status: 500, json: {} };
  await passMinutes(world, 10);
  expect(shown()).toEqual([]);
  await passMinutes(world, 20);
  expect(shown()).toHaveLength(2);
});

it('no recovery is notified for an account whose loss was still waiting', async () => {
  const world = await startAgency();
  const shown = recordShown();
  await passMinutes(world, 20);
  const { state } = world.synposter;
  const all = state.accounts;
  state.accounts = [];
  await passMinutes(world, 34);
  state.accounts = all;
  await passMinutes(world, 60);
  expect(shown()).toEqual([]);
});

it('the accounts of one departed client are notified after the second listing', async () => {
  const world = await startAgency();
  const shown = recordShown();
  await passMinutes(world, 20);
  const { state } = world.synposter;
  state.accounts = state.accounts.filter(({ handle }) => !handle?.startsWith('client3'));
  await passMinutes(world, 20);
  expect(shown()).toHaveLength(2);
});
