import { type ChatServiceId, parseWebhook } from '@/utils/chat-services/registry';
import { createChatSender } from '@/utils/chats/deliver';
import { saveChat } from '@/utils/commands/chats';
import { createMonitor } from '@/utils/monitor/monitor';
import { publishState } from '@/utils/popup/publish-state';
import type { Http } from '@/utils/services/http';
import { type ChatChoice, chatOutboxItem, chatStateItem, chatsItem } from '@/utils/state/chat/chat';
import { readItems } from '@/utils/storage/read-items';
import type { ApiAnswer } from '../apis/answer.ts';
import { createChats } from '../apis/chats.ts';
import { startCheckedWorld } from '../monitor/world';
import { playedBy } from '../services/world';

export const allKinds = { trouble: true, warning: true, recovery: true, refused: true };

/** The title of the message that `expire` causes. */
export const aliceExpired = '@alice on X has expired';

export const stateOf = async (id: string) => (await readItems([chatStateItem(id)]))[0];
export const outboxOf = async (id: string) => (await readItems([chatOutboxItem(id)]))[0];

/** A checked agency with chats in memory. */
export async function startChatWorld() {
  const world = await startCheckedWorld();
  const chats = createChats(world.now);
  /** What the chats answer in place of their own words, and how often they were asked. */
  const chatFault: { answer?: ApiAnswer; asked: number; before?: () => Promise<unknown> } = {
    asked: 0,
  };
  const played = playedBy((request) => {
    const service = parseWebhook(request.url.href.replace(/[?&]wait=true/, ''))?.service;
    if (!service) throw new Error('Not a chat');
    chatFault.asked += 1;
    return chatFault.answer ?? chats.handle(service, request);
  });
  const isChat = (url: string) => parseWebhook(url.replace(/[?&]wait=true/, '')) !== undefined;
  const fetchChat: Http['fetch'] = async (...request) => {
    await chatFault.before?.();
    return played.http.fetch(...request);
  };
  const http: Http = {
    ...world.http,
    fetch: (input, init) =>
      isChat(String(input)) ? fetchChat(input, init) : world.http.fetch(input, init),
  };
  const newSender = () => createChatSender(http, async () => {});
  let sender = newSender();

  /** Checks everything due, and sends what comes of it, as the background does. */
  async function run(): Promise<void> {
    await check();
    if (await sender.send()) await check();
  }

  async function check(): Promise<void> {
    await createMonitor(http, () => publishState(world.now())).run();
  }

  return {
    ...world,
    http,
    chats,
    chatFault,
    run,
    async passAndRun(minutes: number): Promise<void> {
      world.pass(minutes);
      await run();
    },
    expire(handle = 'alice'): void {
      world.synposter.change(handle, { status: 'expired' });
    },
    /** Checks everything due, and sends nothing. */
    check,
    /** A fresh background: it knows nothing but what is stored. */
    restart(): void {
      sender = newSender();
    },
    /** Adds a chat, and returns its id and its webhook's address. */
    async add(service: ChatServiceId, choice: Partial<ChatChoice> = {}) {
      const address = chats.add(service);
      await saveChat(world.now(), { address, label: service, kinds: allKinds, ...choice });
      const [stored] = await readItems([chatsItem]);
      return { address, id: stored.at(-1)?.id ?? '' };
    },
    /** The titles of what a webhook has been sent, oldest first. */
    titles(address: string): string[] {
      return chats.posted
        .filter((message) => message.address === address)
        .map(({ body }) => /"text":"([^"]*)"/.exec(JSON.stringify(body))?.[1] ?? '');
    },
  };
}

export type ChatWorld = Awaited<ReturnType<typeof startChatWorld>>;
