import { fakeBrowser } from 'wxt/testing/fake-browser';
import * as z from 'zod/mini';
import type { Answer, Commands, Message, Reply } from '@/utils/commands/messages';
import { commandSchemas } from '@/utils/commands/schemas';

export type FakeReplies = { [Name in keyof Commands]?: Reply<Name> | Promise<Reply<Name>> };

type Sent = {
  [Name in keyof Commands]: { name: Name; command: Commands[Name] };
}[keyof Commands];

/** Stands in for the background: answers every command, and records those that it would accept. */
export function answerWith(replies: FakeReplies): Sent[] {
  const sent: Sent[] = [];
  const answerTo = async ({ name, command: raw }: Message): Promise<Answer> => {
    const command = z.safeParse<z.core.$ZodType>(commandSchemas[name], raw);
    if (!command.success) return { ok: false, error: 'Malformed command' };
    sent.push({ name, command: command.data } as Sent);
    return { ok: true, reply: await replies[name] };
  };
  fakeBrowser.runtime.onMessage.removeAllListeners();
  fakeBrowser.runtime.onMessage.addListener((message: Message, _sender, respond) => {
    void answerTo(message).then(respond);
    return true;
  });
  return sent;
}

/** From now on no command is answered, as where the background is stopped on the way. */
export function stopAnswering(): void {
  fakeBrowser.runtime.onMessage.removeAllListeners();
  fakeBrowser.runtime.onMessage.addListener(() => false);
}
