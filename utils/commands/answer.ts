import { type Browser, browser } from 'wxt/browser';
import * as z from 'zod/mini';
import type { Answer, Commands, Reply } from '../messages';
import { commandSchemas } from './schemas';

type Handlers = {
  [Name in keyof Commands]: (command: Commands[Name]) => Promise<Reply<Name>>;
};

/** Of all messages between our own pages, those that are meant for us. */
const addressed = z.object({ type: z.literal('command') });
const envelope = z.object({ name: z.enum(Object.keys(commandSchemas)), command: z.unknown() });

/**
 * Answers the commands of our own pages. Registers its listener at once, so that a command that
 * starts the worker is not lost.
 *
 * What a handler throws stays here: the text of an error could quote what it failed on.
 */
export function answerCommands(handlers: Handlers): void {
  const answers: Record<string, (raw: unknown) => Promise<Answer>> = {
    addConnection: parsed(commandSchemas.addConnection, handlers.addConnection),
    editConnection: parsed(commandSchemas.editConnection, handlers.editConnection),
    pauseConnection: parsed(commandSchemas.pauseConnection, handlers.pauseConnection),
    removeConnection: parsed(commandSchemas.removeConnection, handlers.removeConnection),
    checkNow: parsed(commandSchemas.checkNow, handlers.checkNow),
    changeSettings: parsed(commandSchemas.changeSettings, handlers.changeSettings),
    muteAccount: parsed(commandSchemas.muteAccount, handlers.muteAccount),
    forgetAccount: parsed(commandSchemas.forgetAccount, handlers.forgetAccount),
    reconnectAccount: parsed(commandSchemas.reconnectAccount, handlers.reconnectAccount),
    testNotification: parsed(commandSchemas.testNotification, handlers.testNotification),
    deleteSetAside: parsed(commandSchemas.deleteSetAside, handlers.deleteSetAside),
    importSettings: parsed(commandSchemas.importSettings, handlers.importSettings),
    deleteEverything: parsed(commandSchemas.deleteEverything, handlers.deleteEverything),
  } satisfies Record<keyof Commands, unknown>;

  const answerTo = async (raw: unknown, sender: Sender): Promise<Answer> => {
    const message = envelope.safeParse(raw);
    const answer = message.success && answers[message.data.name];
    if (!isOurPage(sender) || !answer) return refusal('Not a command of ours');
    return answer(message.data.command);
  };
  browser.runtime.onMessage.addListener((message: unknown, sender, respond) => {
    if (!addressed.safeParse(message).success) return false;
    void answerTo(message, sender).then(respond);
    // Says that the answer comes later; a promise of it says so not in every Chrome.
    return true;
  });
}

function parsed<Command>(
  schema: z.ZodMiniType<Command>,
  handle: (command: Command) => Promise<unknown>,
): (raw: unknown) => Promise<Answer> {
  return async (raw) => {
    const command = schema.safeParse(raw);
    if (!command.success) return refusal('Malformed command');
    try {
      return { ok: true, reply: await handle(command.data) };
    } catch {
      return refusal('Command failed');
    }
  };
}

function refusal(error: string): Answer {
  return { ok: false, error };
}

type Sender = Browser.runtime.MessageSender;

function isOurPage({ id, url }: Sender): boolean {
  return id === browser.runtime.id && url?.startsWith(browser.runtime.getURL('/')) === true;
}
