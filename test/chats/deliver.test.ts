import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { nextMessageAt } from '@/utils/chats/next-message';
import { muteAccounts } from '@/utils/commands/accounts';
import { switchChat } from '@/utils/commands/chats';
import { changeSettings } from '@/utils/commands/settings/change-settings';
import { chatOutboxItem, chatStateItem } from '@/utils/state/chat/chat';
import { defaultSettings } from '@/utils/state/settings';
import { readItems } from '@/utils/storage/read-items';
import { hour, quietAround } from '../builders';
import { allKinds, type ChatWorld, startChatWorld } from './world';

let world: ChatWorld;
beforeEach(async () => {
  world = await startChatWorld();
});

const expired = '@alice on X has expired';
const expire = (handle = 'alice') => world.synposter.change(handle, { status: 'expired' });
const stateOf = async (id: string) => (await readItems([chatStateItem(id)]))[0];
const outboxOf = async (id: string) => (await readItems([chatOutboxItem(id)]))[0];

async function pass(minutes: number): Promise<void> {
  world.pass(minutes);
  await world.run();
}

describe('a chat', () => {
  it('hears of an account that expires, once, and of its recovery', async () => {
    const { address, id } = await world.add('slack');
    expire();
    await pass(16);
    await pass(16);
    expect(world.titles(address)).toEqual([expired]);
    world.synposter.change('alice', { status: 'active' });
    await pass(16);
    expect(world.titles(address)).toEqual([expired, '@alice on X is connected again']);
    expect(await outboxOf(id)).toEqual({ waiting: [], notifications: [] });
    expect(await stateOf(id)).toEqual({ deliveredAt: world.now() });
  });

  it('is told who, what, where, since when, and where to fix it', async () => {
    await world.add('slack');
    expire();
    await pass(16);
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
    expire();
    await pass(16);
    expect(world.titles(alice.address)).toEqual([expired]);
    expect(world.titles(northwind.address)).toEqual([]);
    expect(await outboxOf(northwind.id)).toEqual({ waiting: [], notifications: [] });
  });

  it('hears of its kinds alone, whatever notifications this browser shows', async () => {
    await changeSettings(world.now(), { notify: { trouble: false, recovery: false } });
    const trouble = await world.add('slack', { kinds: { ...allKinds, recovery: false } });
    const recovery = await world.add('slack', { kinds: { ...allKinds, trouble: false } });
    expire();
    await pass(16);
    world.synposter.change('alice', { status: 'active' });
    await pass(16);
    expect(world.titles(trouble.address)).toEqual([expired]);
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
    await pass(61);
    await pass(61);
    expect(world.titles(address)).toEqual([expect.stringMatching(/: posts are failing$/)]);
  });

  it('hears nothing of what happened before it was added, or of muted accounts', async () => {
    expire();
    await pass(16);
    const { address } = await world.add('slack');
    await muteAccounts(world.now(), {
      accounts: await keysOf('alice_support'),
      mute: { until: 'always' },
    });
    expire('alice_support');
    await pass(16);
    expect(world.titles(address)).toEqual([]);
  });

  it('hears of a rejected key only where it concerns its clients', async () => {
    const alice = await world.add('slack', { clients: ['Alice’s Brand'] });
    const other = await world.add('slack', { clients: ['One'] });
    world.synposter.state.keys.clear();
    await pass(16);
    await pass(2);
    expect(world.titles(alice.address)).toEqual(['Synposter rejected the key for “One”']);
    expect(world.titles(other.address)).toEqual([]);
  });

  it('gets one summary for many accounts, with their clients', async () => {
    const { address } = await world.add('slack');
    for (const handle of ['alice', 'alice_support', 'alice_reads', 'northwind_eu']) expire(handle);
    await pass(16);
    const [message] = world.chats.posted;
    expect(world.titles(address)).toHaveLength(1);
    expect(JSON.stringify(message?.body)).toContain('@northwind_eu on X · Northwind Traders');
  });

  it('hears nothing while it is off, nor later of that time', async () => {
    const { address, id } = await world.add('slack');
    await switchChat(world.now(), { chatId: id, on: false });
    expire();
    await pass(16);
    await switchChat(world.now(), { chatId: id, on: true });
    await pass(16);
    expect(world.titles(address)).toEqual([]);
  });
});

describe('quiet hours', () => {
  it('do not hold messages to chats', async () => {
    const { address } = await world.add('slack');
    await changeSettings(world.now(), { quietHours: quietAround(world.now()) });
    expire();
    await pass(16);
    expect(world.titles(address)).toEqual([expired]);
  });

  it('hold them where that is wanted, until they end', async () => {
    const { address } = await world.add('slack');
    const quietHours = quietAround(world.now());
    await changeSettings(world.now(), { quietHours, quietChats: true });
    expire();
    await pass(16);
    expect(world.titles(address)).toEqual([]);
    const settings = { ...defaultSettings, quietHours, quietChats: true };
    const end = await nextMessageAt(settings, world.now());
    expect(end).toBeGreaterThan(world.now());
    expect(Number.isFinite(end)).toBe(true);
    await pass(Math.ceil((end - world.now()) / 60_000));
    expect(world.titles(address)).toEqual([expired]);
  });
});

async function keysOf(handle: string): Promise<string[]> {
  const stored = JSON.stringify(await fakeBrowser.storage.local.get());
  const found = new RegExp(`"key":"([^"]+)"[^}]*"handle":"${handle}"`).exec(stored);
  return found?.[1] === undefined ? [] : [found[1]];
}
