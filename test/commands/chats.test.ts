import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { removeChat, saveChat, switchChat, testChat } from '@/utils/commands/chats';
import { commandSchemas } from '@/utils/commands/schemas';
import { chatsItem } from '@/utils/state/chat/chat';
import { chatAddressesItem } from '@/utils/state/chat/chat-addresses';
import { readItems } from '@/utils/storage/read-items';
import { createChats } from '../apis/chats.ts';
import { now } from '../builders';

const chats = createChats(() => now);
const kinds = { trouble: true, warning: true, recovery: true, refused: true };
const stored = () => readItems([chatsItem, chatAddressesItem]);
const remove = vi.fn(async () => true);

beforeEach(() => {
  remove.mockClear();
  Object.assign(fakeBrowser, { permissions: { contains: async () => true, remove } });
});

async function add(address: string, label = 'Team'): Promise<string> {
  await saveChat(now, { address, label, kinds });
  const [saved] = await stored();
  return saved.at(-1)?.id ?? '';
}

describe('saveChat', () => {
  it('keeps the address apart from what pages read', async () => {
    const address = chats.add('slack');
    const id = await add(address);
    const [saved, addresses] = await stored();
    expect(saved).toEqual([
      {
        id,
        service: 'slack',
        label: 'Team',
        addressHint: address.slice(-3),
        addedAt: now,
        on: true,
        kinds,
      },
    ]);
    expect(addresses).toEqual({ [id]: address });
  });

  it('keeps the address if none is entered', async () => {
    const address = chats.add('discord');
    const chatId = await add(address);
    const reply = await saveChat(now, { chatId, label: 'New', kinds, clients: ['Alice’s Brand'] });
    expect(reply).toEqual({ kind: 'saved' });
    const [saved, addresses] = await stored();
    expect(saved).toMatchObject([{ label: 'New', clients: ['Alice’s Brand'], service: 'discord' }]);
    expect(addresses).toEqual({ [chatId]: address });
  });

  it('gives the old host back when the address becomes another service’s', async () => {
    const chatId = await add(chats.add('slack'));
    await saveChat(now, { chatId, address: chats.add('slack'), label: 'Team', kinds });
    expect(remove).not.toHaveBeenCalled();
    await saveChat(now, { chatId, address: chats.add('discord'), label: 'Team', kinds });
    expect(remove).toHaveBeenCalledWith({ origins: ['https://hooks.slack.com/*'] });
  });

  it('adds no address twice', async () => {
    const address = chats.add('teams');
    await add(address, 'First');
    expect(await saveChat(now, { address, label: 'Second', kinds })).toEqual({
      kind: 'same-address',
      label: 'First',
    });
    expect((await stored())[0]).toHaveLength(1);
  });

  it('changes no chat that was removed', async () => {
    expect(await saveChat(now, { chatId: 'gone', label: 'Team', kinds })).toEqual({ kind: 'gone' });
  });

  it('takes only the address of a webhook', () => {
    const { saveChat: schema } = commandSchemas;
    const entry = { label: 'Team', kinds };
    expect(schema.safeParse({ ...entry, address: chats.add('slack') }).success).toBe(true);
    expect(schema.safeParse({ ...entry, address: 'https://evil.example' }).success).toBe(false);
    expect(schema.safeParse({ ...entry, clients: [] }).success).toBe(false);
  });
});

describe('switchChat', () => {
  it('switches a chat off and on', async () => {
    const chatId = await add(chats.add('slack'));
    await switchChat(now, { chatId, on: false });
    expect((await stored())[0]).toMatchObject([{ on: false }]);
    await switchChat(now, { chatId, on: true });
    expect((await stored())[0]).toMatchObject([{ on: true }]);
  });
});

describe('removeChat', () => {
  it('deletes the address, and gives the host back once no chat needs it', async () => {
    const first = await add(chats.add('slack'));
    const second = await add(chats.add('slack'));
    await removeChat(now, { chatId: first });
    expect(remove).not.toHaveBeenCalled();
    await removeChat(now, { chatId: second });
    expect(remove).toHaveBeenCalledExactlyOnceWith({ origins: ['https://hooks.slack.com/*'] });
    expect(await stored()).toEqual([[], {}]);
    expect(JSON.stringify(await fakeBrowser.storage.local.get())).not.toContain('hooks.slack.com');
  });
});

describe('testChat', () => {
  const sender = { send: async () => false, test: vi.fn(async () => undefined) };

  it('posts to the stored address, or to one that is not saved yet', async () => {
    const [kept, entered] = [chats.add('slack'), chats.add('slack')];
    const chatId = await add(kept);
    expect(await testChat(sender, { chatId })).toEqual({ kind: 'sent' });
    expect(await testChat(sender, { address: entered })).toEqual({ kind: 'sent' });
    expect(sender.test.mock.calls).toEqual([[kept], [entered]]);
  });

  it('says that a chat is gone', async () => {
    expect(await testChat(sender, { chatId: 'gone' })).toMatchObject({ kind: 'failed' });
  });
});
