import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { nextMessageAt } from '@/utils/chats/next-message';
import { retryChats, saveChat } from '@/utils/commands/chats';
import { lostMessagesItem } from '@/utils/state/chat/chat';
import { defaultSettings } from '@/utils/state/settings';
import { readItems } from '@/utils/storage/read-items';
import { aliceExpired, allKinds, type ChatWorld, outboxOf, startChatWorld, stateOf } from './world';

let world: ChatWorld;
beforeEach(async () => {
  world = await startChatWorld();
});

const lost = async () => (await readItems([lostMessagesItem]))[0];

describe('a message that a service does not take', () => {
  it('waits with backoff, and is posted once it does', async () => {
    const { address, id } = await world.add('slack');
    world.chatFault.answer = { status: 503, json: {} };
    world.expire();
    await world.passAndRun(16);
    const { failing } = await stateOf(id);
    expect(failing).toMatchObject({ error: { kind: 'server', status: 503 }, failures: 1 });
    expect(await nextMessageAt(defaultSettings, world.now())).toBe(failing?.nextAt);
    const asked = world.chatFault.asked;
    await world.run();
    expect(world.chatFault.asked).toBe(asked);
    delete world.chatFault.answer;
    await world.passAndRun(2);
    expect(world.titles(address)).toEqual([aliceExpired]);
    expect((await stateOf(id)).failing).toBeUndefined();
  });

  it('waits as long as the service says', async () => {
    const { id } = await world.add('slack');
    world.chatFault.answer = { status: 429, headers: { 'Retry-After': '1800' }, json: {} };
    world.expire();
    await world.passAndRun(16);
    expect((await stateOf(id)).failing?.nextAt).toBe(world.now() + 1_800_000);
  });

  it('is dropped if it is no longer true when the service takes messages again', async () => {
    const { address } = await world.add('slack');
    world.chatFault.answer = { status: 503, json: {} };
    world.expire();
    await world.passAndRun(16);
    world.synposter.change('alice', { status: 'active' });
    delete world.chatFault.answer;
    await world.passAndRun(120);
    expect(world.titles(address)).not.toContain(aliceExpired);
  });

  it('is given up after a day, and listed as lost', async () => {
    const { address, id } = await world.add('slack');
    world.chats.change(address, 'removed');
    world.expire();
    await world.passAndRun(16);
    expect(await lost()).toEqual([]);
    for (let hours = 0; hours < 31; hours += 1) await world.passAndRun(60);
    expect(await outboxOf(id)).toEqual({ waiting: [], notifications: [] });
    expect(await lost()).toEqual([
      expect.objectContaining({ label: 'slack', notices: 1, error: { kind: 'gone', status: 404 } }),
    ]);
  });

  it('is listed as lost with the others that are given up at the same time', async () => {
    const { address } = await world.add('slack');
    world.chats.change(address, 'removed');
    world.expire();
    world.expire('alice_support');
    await world.passAndRun(16);
    for (let hours = 0; hours < 31; hours += 1) await world.passAndRun(60);
    expect(await lost()).toMatchObject([{ notices: 1 }, { notices: 1 }]);
  });

  it('is given up at once if the service rejects it, and the next one is posted', async () => {
    const { address } = await world.add('slack');
    world.chatFault.answer = { status: 400, json: {} };
    world.expire();
    await world.passAndRun(16);
    expect(await lost()).toMatchObject([{ error: { kind: 'rejected', status: 400 } }]);
    delete world.chatFault.answer;
    world.expire('alice_support');
    await world.passAndRun(16);
    expect(world.titles(address)).toEqual(['@alice_support on X has expired']);
  });

  it('is posted to a new address at once', async () => {
    const { address, id } = await world.add('slack');
    world.chats.change(address, 'removed');
    world.expire();
    await world.passAndRun(16);
    const next = world.chats.add('slack');
    await saveChat(world.now(), { chatId: id, address: next, label: 'New', kinds: allKinds });
    await world.run();
    expect(world.titles(next)).toEqual([aliceExpired]);
  });

  it('at an old address says nothing about one that was entered meanwhile', async () => {
    const { address, id } = await world.add('slack');
    world.chats.change(address, 'removed');
    const next = world.chats.add('slack');
    world.expire();
    world.pass(16);
    await world.check();
    // While the request is under way, the user replaces the address.
    world.chatFault.before = () =>
      saveChat(world.now(), { chatId: id, address: next, label: 'New', kinds: allKinds });
    await world.run();
    delete world.chatFault.before;
    expect((await stateOf(id)).failing).toBeUndefined();
    await world.run();
    expect(world.titles(next)).toEqual([aliceExpired]);
  });

  it('is posted at once after the clock was set back', async () => {
    const { address, id } = await world.add('slack');
    world.chatFault.answer = { status: 429, headers: { 'Retry-After': '86400' }, json: {} };
    world.expire();
    await world.passAndRun(16);
    world.pass(-5 * 24 * 60);
    expect(await nextMessageAt(defaultSettings, world.now())).toBe(world.now());
    await world.run();
    // It still has to wait if it fails again.
    expect(await nextMessageAt(defaultSettings, world.now())).toBe(world.now() + 24 * 3_600_000);
    delete world.chatFault.answer;
    world.pass(-1);
    expect(await nextMessageAt(defaultSettings, world.now())).toBe(world.now());
    await world.run();
    expect(world.titles(address)).toEqual([aliceExpired]);
    expect((await stateOf(id)).failing).toBeUndefined();
  });

  it('delays no other chat', async () => {
    const gone = await world.add('slack');
    const { address } = await world.add('slack');
    world.chats.change(gone.address, 'removed');
    world.expire();
    await world.passAndRun(16);
    expect(world.titles(address)).toEqual([aliceExpired]);
  });
});

describe('host access', () => {
  const withAccess = (contains: boolean) =>
    Object.assign(fakeBrowser, { permissions: { contains: async () => contains } });

  it('that was taken away stops a chat until it is back', async () => {
    const { address, id } = await world.add('slack');
    world.expire();
    world.pass(16);
    // The services stay reachable.
    Object.assign(fakeBrowser, {
      permissions: {
        contains: async ({ origins = [] }: { origins?: string[] }) =>
          !origins.some((origin) => origin.includes('slack')),
      },
    });
    await world.run();
    expect((await stateOf(id)).failing?.error).toEqual({ kind: 'no-permission' });
    expect(world.chatFault.asked).toBe(0);
    withAccess(true);
    await retryChats(world.now());
    await world.run();
    expect(world.titles(address)).toEqual([aliceExpired]);
  });
});
