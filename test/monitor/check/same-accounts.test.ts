import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { forgetAccounts, muteAccounts } from '@/utils/commands/accounts';
import { checkNow, pauseConnection } from '@/utils/commands/connections';
import { changeSettings } from '@/utils/commands/settings/change-settings';
import { popupView } from '@/utils/popup/popup-view';
import { historyItem, settingsItem } from '@/utils/state/items';
import { readState } from '@/utils/state/read-state';
import { readItems } from '@/utils/storage/read-items';
import { accountRows } from '@/utils/view/account/account-rows';
import { quietAround } from '../../builders';
import { connectionIdOf, recordShown, startCheckedWorld, startWorker, type World } from '../world';

const otherKey = ['smm', 'another1234567h8'].join('_');

let world: World;
let otherId: string;

/** A user of SchedPilot whose accounts are listed by two keys, and one of Synposter by one. */
beforeEach(async () => {
  world = await startCheckedWorld();
  world.schedPilot.state.keys.add(otherKey);
  otherId = await connectionIdOf(world, 'schedpilot', { apiKey: otherKey, label: 'Other' });
  await startWorker(world.http).run();
});

const badge = () => fakeBrowser.action.getBadgeText({});
const rows = async () => accountRows(await readState(world.now()), world.now());
const rowsOf = async (name: string) => (await rows()).filter(({ label }) => label === name);
const kinds = (shown: () => string[]) => shown().map((id) => id.replace(/^.*>/, ''));

async function checkAfter(minutes: number): Promise<void> {
  world.pass(minutes);
  await startWorker(world.http).run();
}

async function dropAndCheck(name: string): Promise<void> {
  world.schedPilot.drop(name);
  await checkAfter(20);
  await checkAfter(2);
  await checkAfter(20);
  await checkAfter(2);
}

/** Checks only one of the two connections, twice and a minute apart. */
async function lookTwiceThrough(label: string): Promise<void> {
  for (let looks = 0; looks < 2; looks += 1) {
    world.pass(1.1);
    const connectionId = await idOf(label);
    await checkNow(world.now(), { connectionId });
    await startWorker(world.http).run();
  }
}

async function idOf(label: string): Promise<string> {
  const { connections } = await readState(world.now());
  const found = connections.find(
    ({ connection }) => connection.label === label && connection.service === 'schedpilot',
  );
  return found?.connection.id ?? '';
}

describe('accounts that two keys list', () => {
  it('are counted once in the heading, the badge and the rows', async () => {
    const { heading, connected } = popupView(await readState(world.now()), world.now());
    expect(await rows()).toHaveLength(8 + 6);
    expect(heading).toEqual({ kind: 'attention', count: 2 });
    expect(connected).toBe(12);
    await dropAndCheck('Harbour Films');
    expect(await badge()).toBe('3');
    expect(await rowsOf('@harbourfilms')).toMatchObject([{ status: 'unlisted' }]);
  });

  it('are notified once when they stop working and when they are back', async () => {
    const shown = recordShown();
    const gone = world.schedPilot.state.accounts.filter(({ name }) => name === 'Harbour Films');
    await dropAndCheck('Harbour Films');
    expect(kinds(shown)).toEqual(['unlisted']);
    world.schedPilot.state.accounts.push(...gone);
    await checkAfter(20);
    await checkAfter(20);
    expect(kinds(shown)).toEqual(['unlisted', 'working']);
    expect(await badge()).toBe('2');
    await dropAndCheck('Harbour Films');
    expect(kinds(shown)).toEqual(['unlisted', 'working', 'unlisted']);
  });

  it('are notified once after quiet hours, and not at all if they are back by then', async () => {
    const [settings] = await readItems([settingsItem]);
    const quietHours = quietAround(world.now(), 3 * 60 * 60_000);
    await changeSettings(world.now(), { ...settings, quietHours });
    const shown = recordShown();
    const gone = world.schedPilot.state.accounts.filter(({ name }) => name === 'Harbour Films');
    await dropAndCheck('Harbour Films');
    await dropAndCheck('Studio Löwenzahn 🌼');
    world.schedPilot.state.accounts.push(...gone);
    await checkAfter(20);
    await checkAfter(20);
    expect(shown()).toEqual([]);
    await checkAfter(3 * 60);
    expect(kinds(shown)).toEqual(['unlisted']);
  });

  it('are muted and unmuted in both', async () => {
    await dropAndCheck('Harbour Films');
    const [row] = await rowsOf('@harbourfilms');
    const account = row?.key ?? '';
    await muteAccounts(world.now(), { accounts: [account], mute: { until: 'always' } });
    await startWorker(world.http).run();
    expect(await badge()).toBe('2');
    // Then the record of the other connection is shown.
    const { connections } = await readState(world.now());
    const speaking = connections.find(
      ({ connection }) => connection.label === row?.connectionLabel,
    );
    const connectionId = speaking?.connection.id ?? '';
    await pauseConnection(world.now(), { connectionId, paused: true });
    await startWorker(world.http).run();
    const rowsNow = await rowsOf('@harbourfilms');
    expect(rowsNow).toHaveLength(1);
    expect(rowsNow[0]?.connectionLabel).not.toBe(row?.connectionLabel);
    expect(await badge()).toBe('2');
    await muteAccounts(world.now(), { accounts: [account], mute: null });
    await startWorker(world.http).run();
    expect(await badge()).toBe('3');
  });

  it('are forgotten in both, and not notified again', async () => {
    const shown = recordShown();
    world.schedPilot.drop('Harbour Films');
    await checkAfter(20);
    await checkAfter(2);
    const [row] = await rowsOf('@harbourfilms');
    await forgetAccounts(world.now(), { accounts: [row?.key ?? ''] });
    await checkAfter(20);
    await checkAfter(20);
    expect(await rowsOf('@harbourfilms')).toEqual([]);
    expect(kinds(shown)).toEqual(['unlisted']);
    const [history] = await readItems([historyItem]);
    expect(history.at(-1)).toMatchObject({ to: 'absent' });
  });

  it('are shown as the other key lists them if one key is rejected', async () => {
    world.schedPilot.state.keys.delete(world.keys.schedpilot);
    await checkAfter(20);
    await checkAfter(1);
    world.schedPilot.drop('Harbour Films');
    const shown = recordShown();
    await checkAfter(20);
    await checkAfter(2);
    expect(kinds(shown)).toEqual(['unlisted']);
    expect(await rowsOf('@harbourfilms')).toMatchObject([
      { status: 'unlisted', connectionLabel: 'Other' },
    ]);
    expect(await rowsOf('@mira.bsky.social')).toMatchObject([{ connectionLabel: 'Other' }]);
  });

  it.each([
    ['One', 'Other'],
    ['Other', 'One'],
  ])(
    'are notified and counted as soon as “%s” sees a change, and not again by “%s”',
    async (...labels) => {
      const [before, after] = labels;
      world.schedPilot.drop('Harbour Films');
      const shown = recordShown();
      await lookTwiceThrough(before);
      expect(kinds(shown)).toEqual(['unlisted']);
      expect(await badge()).toBe('3');
      expect(await rowsOf('@harbourfilms')).toMatchObject([
        { status: 'unlisted', connectionLabel: before },
      ]);
      await lookTwiceThrough(after);
      expect(kinds(shown)).toEqual(['unlisted']);
      expect(await rowsOf('@harbourfilms')).toMatchObject([
        { status: 'unlisted', connectionLabel: 'One' },
      ]);
    },
  );

  it('are notified again if the connection that saw it before is paused', async () => {
    const gone = world.schedPilot.state.accounts.filter(({ name }) => name === 'Harbour Films');
    world.schedPilot.drop('Harbour Films');
    const shown = recordShown();
    await lookTwiceThrough('Other');
    await pauseConnection(world.now(), { connectionId: otherId, paused: true });
    world.schedPilot.state.accounts.push(...gone);
    await lookTwiceThrough('One');
    world.schedPilot.drop('Harbour Films');
    await lookTwiceThrough('One');
    expect(kinds(shown)).toEqual(['unlisted', 'unlisted']);
  });

  it('are notified once if their posts fail', async () => {
    const films = 203;
    world.pass(1);
    world.schedPilot.addPost({ at: world.now() - 60_000, accounts: [films], status: 'failed' });
    await pauseConnection(world.now(), { connectionId: otherId, paused: true });
    await changeSettings(world.now(), { watchPosts: true });
    const shown = recordShown();
    await startWorker(world.http).run();
    await pauseConnection(world.now(), { connectionId: otherId, paused: false });
    await checkAfter(20);
    await checkAfter(70);
    expect(kinds(shown)).toEqual(['posts-failing']);
    expect(await badge()).toBe('3');
    const { connections, accounts } = await readState(world.now());
    const failing = [...accounts.values()].flat().filter(({ failedPosts }) => failedPosts === 1);
    expect([failing.length, connections.length]).toEqual([2, 3]);
  });
});
