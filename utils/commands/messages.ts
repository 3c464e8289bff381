import { browser } from 'wxt/browser';
import type * as z from 'zod/mini';
import type { ServiceError } from '../services/result';
import type { commandSchemas } from './schemas';

/** What pages ask of the background. */
export type Commands = {
  [Name in keyof typeof commandSchemas]: z.infer<(typeof commandSchemas)[Name]>;
};

/** What came of "Test and save". */
export type SaveReply =
  | { kind: 'saved'; connectionId: string }
  | { kind: 'failed'; error: ServiceError; profileId?: string }
  | { kind: 'no-profiles' }
  /** The key may not list profiles; it may still list the accounts of one. */
  | { kind: 'profiles-hidden' }
  /** Another connection, which is named, has the same key. */
  | { kind: 'same-key'; connectionId: string; label: string }
  | { kind: 'gone' };

/** `until` (ms since the epoch): when the service may be asked again. */
export type CheckNowReply =
  | { kind: 'started' }
  | { kind: 'waiting'; until: number }
  | { kind: 'nothing-to-check' };

export type ReconnectReply =
  | { kind: 'opened' }
  /** The page where access is granted is not the platform's own: to be shown before it opens. */
  | { kind: 'confirm'; host: string }
  /** `openedInstead`: whose dashboard was opened, where this cannot be done from here. */
  | { kind: 'failed'; error: ServiceError; openedInstead?: string }
  | { kind: 'gone' };

/** How many connections a file brought that were not there yet. */
export interface ImportReply {
  added: number;
}

interface Replies {
  addConnection: SaveReply;
  editConnection: SaveReply;
  checkNow: CheckNowReply;
  reconnectAccount: ReconnectReply;
  importSettings: ImportReply;
}

/** What a command is answered with; the others say nothing but that they are done. */
export type Reply<Name extends keyof Commands> = Name extends keyof Replies
  ? Replies[Name]
  : unknown;

/** How a command travels. */
export interface Message {
  type: 'command';
  name: keyof Commands;
  command: unknown;
}

/** What the background makes of a command; `error` tells developers where it ended, and no more. */
export type Answer = { ok: true; reply: unknown } | { ok: false; error: string };

/**
 * Sends a command to the background.
 *
 * @throws where the background could not carry it out, without saying why: the page shows what is
 * stored, and offers to try again.
 */
export async function send<Name extends keyof Commands>(
  name: Name,
  command: Commands[Name],
): Promise<Reply<Name>> {
  const message: Message = { type: 'command', name, command };
  const answer = await browser.runtime.sendMessage<Message, Answer | undefined>(message);
  // A background that is stopped meanwhile gives none, which is no error to every browser.
  if (!answer?.ok) throw new Error(answer?.error ?? 'No answer');
  // The reply is the background's own, and its type is held to `Reply` there.
  return answer.reply as Reply<Name>;
}
