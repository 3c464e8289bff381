import { type Browser, browser } from 'wxt/browser';
import * as z from 'zod/mini';
import type { Answer, Commands, Reply } from './messages';
import { commandSchemas } from './schemas';

type Handlers = {
  [Name in keyof Commands]: (command: Commands[Name]) => Promise<Reply<Name>>;
};

/** Marks the messages between our own pages that are meant for the background. */
const addressed = z.object({ type: z.literal('command') });
const envelope = z.object({ name: z.keyof(z.object(commandSchemas)), command: z.unknown() });
const schemas: { [Name in keyof Commands]: z.ZodMiniType<Commands[Name]> } = commandSchemas;

/**
 * Answers commands from our own pages. It registers its listener at once, so that a command that
 * starts the worker is not lost.
 */
export function answerCommands(handlers: Handlers): void {
  const answerTo = async (raw: unknown, sender: Sender): Promise<Answer> => {
    const message = envelope.safeParse(raw);
    if (!isOurPage(sender) || !message.success) return refusal('Not a command of ours');
    return carryOut(handlers, message.data.name, message.data.command);
  };
  browser.runtime.onMessage.addListener((message: unknown, sender, respond) => {
    if (!addressed.safeParse(message).success) return false;
    void answerTo(message, sender).then(respond);
    // Announces a later answer. Not every Chrome accepts a promise for that.
    return true;
  });
}

/** Errors stay here: their text might quote what they failed on. */
async function carryOut<Name extends keyof Commands>(
  handlers: Handlers,
  name: Name,
  raw: unknown,
): Promise<Answer> {
  const command = schemas[name].safeParse(raw);
  if (!command.success) return refusal('Malformed command');
  try {
    return { ok: true, reply: await handlers[name](command.data) };
  } catch {
    return refusal('Command failed');
  }
}

function refusal(error: string): Answer {
  return { ok: false, error };
}

type Sender = Browser.runtime.MessageSender;

function isOurPage({ id, url }: Sender): boolean {
  return id === browser.runtime.id && url?.startsWith(browser.runtime.getURL('/')) === true;
}
