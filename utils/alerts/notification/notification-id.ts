/*
 * A notification may be clicked long after its notice left the outbox, and by a new worker. So its
 * id says what it is about: `SUBJECT@TIME>KIND`, as an account's event does, after `summary ` or
 * `keys ` where it is a summary.
 */

/**
 * The id of a notice. An account's own notice has its event's id.
 *
 * @param subject the connection's, target's or account's id
 * @param at ms since the epoch
 */
export function noticeId(
  subject: string,
  at: number,
  kind: 'refused' | 'key-lost' | 'mass-unlisted' | 'reminder',
): string {
  return `${subject}@${at}>${kind}`;
}

/** True for a reminder, of one account or of several. */
export function isReminderId(id: string): boolean {
  return id.endsWith('>reminder');
}

/** The id of a summary. It derives from the first notice, so that rebuilding it gives the same id. */
export function summaryId(firstNoticeId: string, of: 'summary' | 'keys' = 'summary'): string {
  return `${of} ${firstNoticeId}`;
}
