import { browser } from 'wxt/browser';
import type * as z from 'zod/mini';
import type { ChatError } from '../chat-services/chat-error';
import type { ServiceError } from '../services/result';
import type { commandSchemas } from './schemas';

/** The commands that pages send to the background. */
export type Commands = {
  [Name in keyof typeof commandSchemas]: z.infer<(typeof commandSchemas)[Name]>;
};

/** The result of "Test and save". */
export type SaveReply =
  | { kind: 'saved'; connectionId: string }
  | { kind: 'failed'; error: ServiceError; profileId?: string }
  | { kind: 'no-profiles' }
  /** The key may not list profiles, but may list the accounts of one. */
  | { kind: 'profiles-hidden' }
  /** The named connection already has this key. */
  | { kind: 'same-key'; connectionId: string; label: string }
  | { kind: 'gone' };

/** `until`: when the service may be asked again (ms since the epoch). */
export type CheckNowReply =
  | { kind: 'started' }
  | { kind: 'waiting'; until: number }
  | { kind: 'nothing-to-check' };

export type ReconnectReply =
  | { kind: 'opened' }
  /**
   * Access is granted on a host that isn't the platform's own, so ask the user before opening it.
   */
  | { kind: 'confirm'; host: string }
  /** `openedInstead`: the service whose dashboard was opened, where it can't start a reconnect. */
  | { kind: 'failed'; error: ServiceError; openedInstead?: string }
  | { kind: 'gone' };

/** The result of saving a chat. `label`: the chat that has this address already. */
export type SaveChatReply =
  | { kind: 'saved' }
  | { kind: 'same-address'; label: string }
  | { kind: 'gone' };

export type TestChatReply = { kind: 'sent' } | { kind: 'failed'; error: ChatError };

interface Replies {
  addConnection: SaveReply;
  editConnection: SaveReply;
  checkNow: CheckNowReply;
  reconnectAccount: ReconnectReply;
  /** How many new connections a file added. */
  importSettings: { added: number };
  saveChat: SaveChatReply;
  testChat: TestChatReply;
}

/** The reply to a command; most only confirm that they are done. */
export type Reply<Name extends keyof Commands> = Name extends keyof Replies
  ? Replies[Name]
  : unknown;

/** A command as it travels. */
export interface Message {
  type: 'command';
  name: keyof Commands;
  command: unknown;
}

/** The background's answer; `error` tells developers at which step it failed, and nothing else. */
export type Answer = { ok: true; reply: unknown } | { ok: false; error: string };

/**
 * Sends a command to the background.
 *
 * @throws where the background couldn't carry it out. The error gives no reason: the page shows
 * what is stored and offers to try again.
 */
export async function send<Name extends keyof Commands>(
  name: Name,
  command: Commands[Name],
): Promise<Reply<Name>> {
  const message: Message = { type: 'command', name, command };
  const answer = await browser.runtime.sendMessage<Message, Answer | undefined>(message);
  // A background stopped meanwhile sends no answer, and not every browser calls that an error.
  if (!answer?.ok) throw new Error(answer?.error ?? 'No answer');
  // The background's handlers are typed by `Reply`, so this is its type.
  return answer.reply as Reply<Name>;
}
