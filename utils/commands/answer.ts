import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { type Commands, commands, messaging, type Reply } from '../messages';

type Handlers = {
  [Name in keyof Commands]: (command: Commands[Name]) => Promise<Reply<Name>>;
};

const envelope = z.object({ name: z.enum(Object.keys(commands)), command: z.unknown() });

/**
 * Answers the commands of our own pages. Registers its listener at once, so that a command that
 * starts the worker is not lost.
 *
 * What a handler throws stays here: the text of an error could quote what it failed on.
 */
export function answerCommands(handlers: Handlers): void {
  const answers: Record<string, (raw: unknown) => Promise<unknown>> = {
    addConnection: parsed(commands.addConnection, handlers.addConnection),
    editConnection: parsed(commands.editConnection, handlers.editConnection),
    pauseConnection: parsed(commands.pauseConnection, handlers.pauseConnection),
    removeConnection: parsed(commands.removeConnection, handlers.removeConnection),
    checkNow: parsed(commands.checkNow, handlers.checkNow),
    changeSettings: parsed(commands.changeSettings, handlers.changeSettings),
    muteAccount: parsed(commands.muteAccount, handlers.muteAccount),
    forgetAccount: parsed(commands.forgetAccount, handlers.forgetAccount),
    reconnectAccount: parsed(commands.reconnectAccount, handlers.reconnectAccount),
    testNotification: parsed(commands.testNotification, handlers.testNotification),
    deleteSetAside: parsed(commands.deleteSetAside, handlers.deleteSetAside),
    importSettings: parsed(commands.importSettings, handlers.importSettings),
    deleteEverything: parsed(commands.deleteEverything, handlers.deleteEverything),
  } satisfies Record<keyof Commands, unknown>;

  messaging.onMessage('command', async ({ data, sender }) => {
    const message = envelope.safeParse(data);
    if (!isOurPage(sender) || !message.success) throw new Error('Not a command of ours');
    return answers[message.data.name]?.(message.data.command);
  });
}

function parsed<Command, Reply>(
  schema: z.ZodMiniType<Command>,
  handle: (command: Command) => Promise<Reply>,
): (raw: unknown) => Promise<Reply> {
  return async (raw) => {
    const command = schema.safeParse(raw);
    if (!command.success) throw new Error('Malformed command');
    try {
      return await handle(command.data);
    } catch {
      throw new Error('Command failed');
    }
  };
}

function isOurPage(sender: { id?: string; url?: string }): boolean {
  return (
    sender.id === browser.runtime.id && sender.url?.startsWith(browser.runtime.getURL('/')) === true
  );
}
