import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { connect, recordShown, startCheckedWorld, startWorker, type World } from './world';

let world: World;
let shown: () => string[];
beforeEach(async () => {
  world = await startCheckedWorld();
  shown = recordShown();
});

const kinds = () => shown().map((id) => id.replace(/^.*>/, ''));
const expectLastTitle = (title: string) =>
  expect(fakeBrowser.notifications.create).toHaveBeenLastCalledWith(
    expect.any(String),
    expect.objectContaining({ title }),
  );

async function becomes(status: 'active' | 'expired', afterMinutes = 16): Promise<void> {
  world.synposter.change('alice_support', { status });
  await check(afterMinutes);
}

async function check(afterMinutes: number): Promise<void> {
  world.pass(afterMinutes);
  await startWorker(world.http).run();
}

async function flap(times: number): Promise<void> {
  for (let i = 0; i < times; i += 1) {
    await becomes('expired');
    await becomes('active');
  }
}

describe('an account that stops working and comes back, check after check', () => {
  it('is notified three times, then once as flapping, then not at all', async () => {
    await flap(3);
    expect(kinds()).toEqual(['expired', 'working', 'expired', 'working', 'expired', 'working']);
    await becomes('expired');
    expect(kinds()).toHaveLength(7);
    expectLastTitle('@alice_support on X keeps losing its connection');
    await becomes('active');
    await flap(5);
    expect(kinds()).toHaveLength(7);
  });

  it('is notified as connected once it has been connected for two hours', async () => {
    await flap(4);
    await check(100);
    expect(kinds()).toHaveLength(7);
    await check(21);
    expect(kinds().slice(7)).toEqual(['working']);
    await check(21);
    expect(kinds()).toHaveLength(8);
  });

  it('is notified as broken once it has been broken for two hours', async () => {
    await flap(4);
    await becomes('expired');
    await check(119);
    expect(kinds()).toHaveLength(7);
    await check(16);
    expect(kinds().slice(7)).toEqual(['expired']);
    expectLastTitle('@alice_support on X has expired');
  });

  it('is notified once if two keys list it', async () => {
    const apiKey = ['sk_live', 'another1234567h8'].join('_');
    world.synposter.state.keys.add(apiKey);
    await connect(world, 'synposter', { apiKey, label: 'Other' });
    await startWorker(world.http).run();
    for (let i = 0; i < 5; i += 1) {
      await becomes('expired');
      await becomes('active');
    }
    expect(kinds()).toHaveLength(7);
    await check(121);
    await check(16);
    expect(kinds().slice(7)).toEqual(['working']);
  });
});
