import * as z from 'zod/mini';
import { type Commands, commands, messaging, type Reply } from '@/utils/messages';

export type FakeReplies = { [Name in keyof Commands]?: Reply<Name> | Promise<Reply<Name>> };

type Sent = {
  [Name in keyof Commands]: { name: Name; command: Commands[Name] };
}[keyof Commands];

/** Stands in for the background: answers every command, and records those that it would accept. */
export function answerWith(replies: FakeReplies): Sent[] {
  const sent: Sent[] = [];
  messaging.removeAllListeners();
  messaging.onMessage('command', ({ data: { name, command } }) => {
    sent.push({ name, command: z.parse<z.core.$ZodType>(commands[name], command) } as Sent);
    return replies[name];
  });
  return sent;
}
