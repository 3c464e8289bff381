import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { forgetAccount, muteAccount } from '@/utils/commands/accounts';
import { historyItem } from '@/utils/storage/items';
import { readItems, readWatched } from '@/utils/storage/read';
import { recordShown, startCheckedWorld, startWorker, type World } from '../monitor/world';

let world: World;
beforeEach(async () => {
  world = await startCheckedWorld();
});

async function accountCalled(name: string) {
  const accounts = [...(await readWatched(world.now())).accounts.values()].flat();
  return accounts.find((account) => account.handle === name || account.name === name);
}

const keyOf = async (name: string) => (await accountCalled(name))?.key ?? '';

async function checkAfter(minutes: number): Promise<void> {
  world.pass(minutes);
  await startWorker(world.http).run();
}

describe('a muted account', () => {
  it('is neither counted nor told of until it works, and then told of again', async () => {
    const shown = recordShown();
    const mute = { until: 'works' } as const;
    await muteAccount(world.now(), { account: await keyOf('northwind'), mute });
    world.synposter.change('northwind', { status: 'expired' });
    await checkAfter(20);
    expect(shown()).toEqual([]);
    expect(await fakeBrowser.action.getBadgeText({})).toBe('1');

    world.synposter.change('northwind', { status: 'active' });
    await checkAfter(20);
    world.synposter.change('northwind', { status: 'expired' });
    await checkAfter(20);
    expect(shown().map((id) => id.replace(/^.*>/, ''))).toEqual(['working', 'expired']);
  });

  it('counts again when it is unmuted', async () => {
    const account = await keyOf('northwind');
    await muteAccount(world.now(), { account, mute: { until: 'always' } });
    await muteAccount(world.now(), { account, mute: null });
    await startWorker(world.http).run();
    expect(await fakeBrowser.action.getBadgeText({})).toBe('2');
  });
});

describe('an unlisted account', () => {
  it('is forgotten when its owner says that they removed it', async () => {
    world.schedPilot.drop('Harbour Films');
    await checkAfter(20);
    await checkAfter(2);
    expect(await accountCalled('Harbour Films')).toMatchObject({ status: 'unlisted' });
    await forgetAccount(world.now(), { account: await keyOf('Harbour Films') });
    expect(await accountCalled('Harbour Films')).toBeUndefined();
    const [history] = await readItems([historyItem]);
    expect(history.at(-1)).toMatchObject({ from: 'unlisted', to: 'absent' });
  });

  it('is the only kind that can be forgotten', async () => {
    await forgetAccount(world.now(), { account: await keyOf('northwind') });
    expect(await accountCalled('northwind')).toBeDefined();
  });
});
