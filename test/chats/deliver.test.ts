import { beforeEach, describe, expect, it } from 'vitest';
import { nextMessageAt } from '@/utils/chats/next-message';
import { muteAccounts } from '@/utils/commands/accounts';
import { switchChat } from '@/utils/commands/chats';
import { changeSettings } from '@/utils/commands/settings/change-settings';
import { defaultSettings } from '@/utils/state/settings';
import { hour, quietAround } from '../builders';
import { keyOf } from '../monitor/stored';
import { aliceExpired, allKinds, type ChatWorld, outboxOf, startChatWorld, stateOf } from './world';

let world: ChatWorld;
beforeEach(async () => {
  world = await startChatWorld();
});

describe('a chat', () => {
  it('hears of an account that expires, once, and of its recovery', async () => {
    const { address, id } = await world.add('slack');
    world.expire();
    await world.passAndRun(16);
    await world.passAndRun(16);
    expect(world.titles(address)).toEqual([aliceExpired]);
    world.synposter.change('alice', { status: 'active' });
    await world.passAndRun(16);
    expect(world.titles(address)).toEqual([aliceExpired, '@alice on X is connected again']);
    expect(await outboxOf(id)).toEqual({ waiting: [], notifications: [] });
    expect(await stateOf(id)).toEqual({ deliveredAt: world.now() });
  });

  it('is told who, what, where, since when, and where to fix it', async () => {
    await world.add('slack');
    world.expire();
    await world.passAndRun(16);
    const body = JSON.stringify(world.chats.posted[0]?.body);
    expect(body).toContain('Client\\nAlice’s Brand');
    expect(body).toContain('Service\\nSynposter');
    expect(body).toContain('Since\\nNov 22, 2026');
    expect(body).toContain('<https://synposter.com|Open Synposter>');
    expect(body).toContain('Posts will fail until it’s reconnected.');
  });

  it('hears of its clients alone', async () => {
    const alice = await world.add('slack', { clients: ['Alice’s Brand'] });
    const northwind = await world.add('slack', { clients: ['Northwind Traders'] });
    world.expire();
    await world.passAndRun(16);
    expect(world.titles(alice.address)).toEqual([aliceExpired]);
    expect(world.titles(northwind.address)).toEqual([]);
    expect(await outboxOf(northwind.id)).toEqual({ waiting: [], notifications: [] });
  });

  it('hears of its kinds alone, whatever notifications this browser shows', async () => {
    await changeSettings(world.now(), { notify: { trouble: false, recovery: false } });
    const trouble = await world.add('slack', { kinds: { ...allKinds, recovery: false } });
    const recovery = await world.add('slack', { kinds: { ...allKinds, trouble: false } });
    world.expire();
    await world.passAndRun(16);
    world.synposter.change('alice', { status: 'active' });
    await world.passAndRun(16);
    expect(world.titles(trouble.address)).toEqual([aliceExpired]);
    expect(world.titles(recovery.address)).toEqual(['@alice on X is connected again']);
  });

  it('hears of failing posts, whatever notifications this browser shows', async () => {
    await changeSettings(world.now(), { notify: { trouble: false }, watchPosts: true });
    const { address } = await world.add('slack');
    const [account] = world.schedPilot.state.accounts;
    if (!account) throw new Error('There is no account');
    world.schedPilot.addPost({
      at: world.now() - hour,
      accounts: [account.id],
      status: 'failed',
    });
    await world.passAndRun(61);
    await world.passAndRun(61);
    expect(world.titles(address)).toEqual([expect.stringMatching(/: posts are failing$/)]);
  });

  it('hears nothing of what happened before it was added, or of muted accounts', async () => {
    world.expire();
    await world.passAndRun(16);
    const { address } = await world.add('slack');
    await muteAccounts(world.now(), {
      accounts: [await keyOf(world, 'alice_support')],
      mute: { until: 'always' },
    });
    world.expire('alice_support');
    await world.passAndRun(16);
    expect(world.titles(address)).toEqual([]);
  });

  it('hears of a rejected key only where it concerns its clients', async () => {
    const alice = await world.add('slack', { clients: ['Alice’s Brand'] });
    const other = await world.add('slack', { clients: ['One'] });
    world.synposter.state.keys.clear();
    await world.passAndRun(16);
    await world.passAndRun(2);
    expect(world.titles(alice.address)).toEqual(['Synposter rejected the key for “One”']);
    expect(world.titles(other.address)).toEqual([]);
  });

  it('gets one summary for many accounts, with their clients', async () => {
    const { address } = await world.add('slack');
    for (const handle of ['alice', 'alice_support', 'alice_reads', 'northwind_eu'])
      world.expire(handle);
    await world.passAndRun(16);
    const [message] = world.chats.posted;
    expect(world.titles(address)).toHaveLength(1);
    expect(JSON.stringify(message?.body)).toContain('@northwind_eu on X · Northwind Traders');
  });

  it('hears nothing while it is off, nor later of that time', async () => {
    const { address, id } = await world.add('slack');
    await switchChat(world.now(), { chatId: id, on: false });
    world.expire();
    await world.passAndRun(16);
    await switchChat(world.now(), { chatId: id, on: true });
    await world.passAndRun(16);
    expect(world.titles(address)).toEqual([]);
  });
});

describe('quiet hours', () => {
  it('do not hold messages to chats', async () => {
    const { address } = await world.add('slack');
    await changeSettings(world.now(), { quietHours: quietAround(world.now()) });
    world.expire();
    await world.passAndRun(16);
    expect(world.titles(address)).toEqual([aliceExpired]);
  });

  it('hold them where that is wanted, until they end', async () => {
    const { address } = await world.add('slack');
    const quietHours = quietAround(world.now());
    await changeSettings(world.now(), { quietHours, quietChats: true });
    world.expire();
    await world.passAndRun(16);
    expect(world.titles(address)).toEqual([]);
    const settings = { ...defaultSettings, quietHours, quietChats: true };
    const end = await nextMessageAt(settings, world.now());
    expect(end).toBeGreaterThan(world.now());
    expect(Number.isFinite(end)).toBe(true);
    await world.passAndRun(Math.ceil((end - world.now()) / 60_000));
    expect(world.titles(address)).toEqual([aliceExpired]);
  });
});
