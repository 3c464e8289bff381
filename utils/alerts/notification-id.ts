import { storageProblems } from '../monitor/watched';

/*
 * A notification may be clicked long after its notice left the outbox, by a worker that knows
 * nothing of it any more: its id has to say what it is about.
 */

export type NotificationSubject =
  | { kind: 'account'; account: string }
  | { kind: 'connection'; connectionId: string }
  | { kind: 'storage' }
  | { kind: 'other' };

const refused = 'refused';

/** The id of the notice that a key is refused since `since` (ms). */
export function refusedNoticeId(connectionId: string, since: number): string {
  return `${connectionId}@${since}>${refused}`;
}

/** The id of a summary; made from its first notice, so that it is the same when made again. */
export function summaryId(firstNoticeId: string): string {
  return `summary ${firstNoticeId}`;
}

/** What a notification is about. Those of accounts carry the id of their event. */
export function parseNotificationId(id: string): NotificationSubject {
  if (storageProblems.some((problem) => problem === id)) return { kind: 'storage' };
  const [, subject, what] = /^(?!summary )(.+)@\d+>([a-z-]+)$/.exec(id) ?? [];
  if (subject === undefined) return { kind: 'other' };
  return what === refused
    ? { kind: 'connection', connectionId: subject }
    : { kind: 'account', account: subject };
}
