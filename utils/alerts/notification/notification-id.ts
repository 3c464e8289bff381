import { storageProblems } from '../../state/app-state';

/*
 * A notification may be clicked long after its notice left the outbox, and by a new worker. So its
 * id says what it is about.
 */

export type NotificationSubject =
  | { kind: 'account'; account: string }
  | { kind: 'connection'; connectionId: string }
  | { kind: 'target'; targetId: string }
  | { kind: 'connections' }
  | { kind: 'storage' }
  | { kind: 'other' };

const refused = 'refused';
const keyLost = 'key-lost';
const massUnlisted = 'mass-unlisted';
const reminder = 'reminder';
const summary = 'summary';
const summaryOfKeys = 'keys';

/** The id of the notice that a key is rejected since `since` (ms). */
export function refusedNoticeId(connectionId: string, since: number): string {
  return `${connectionId}@${since}>${refused}`;
}

/** The id of the notice that a key has to be entered again since `since` (ms). */
export function keyLostNoticeId(connectionId: string, since: number): string {
  return `${connectionId}@${since}>${keyLost}`;
}

/** The id of the notice that a target lost many of its accounts at `now` (ms). */
export function massUnlistedNoticeId(targetId: string, now: number): string {
  return `${targetId}@${now}>${massUnlisted}`;
}

/** The id of an account's reminder at `now` (ms). */
export function reminderId(account: string, now: number): string {
  return `${account}@${now}>${reminder}`;
}

/** True for a reminder, of one account or of several. */
export function isReminderId(id: string): boolean {
  return id.endsWith(`>${reminder}`);
}

/**
 * The id of a summary. It derives from the first notice, so that rebuilding it gives the same id.
 */
export function summaryId(firstNoticeId: string, of: 'accounts' | 'keys' = 'accounts'): string {
  return `${of === 'keys' ? summaryOfKeys : summary} ${firstNoticeId}`;
}

/** What a notification is about, from its id. An account's notification has its event's id. */
export function parseNotificationId(id: string): NotificationSubject {
  if (storageProblems.some((problem) => problem === id)) return { kind: 'storage' };
  if (id.startsWith(`${summaryOfKeys} `)) return { kind: 'connections' };
  const [, subject, what] = /^(?!summary )(.+)@\d+>([a-z-]+)$/.exec(id) ?? [];
  if (subject === undefined) return { kind: 'other' };
  if (what === massUnlisted) return { kind: 'target', targetId: subject };
  return what === refused || what === keyLost
    ? { kind: 'connection', connectionId: subject }
    : { kind: 'account', account: subject };
}
