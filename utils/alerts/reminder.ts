import type { Account } from '../accounts/account';
import { attentionOf, isMuted } from '../accounts/attention';
import { flappingLosses } from '../accounts/flapping';
import { scheduledTimes } from '../accounts/posts-at-risk';
import type { Trouble } from '../accounts/trouble';
import { type AppState, activeConnections } from '../state/app-state';
import type { OutgoingNotification, Reminder, TroubleNotice } from '../state/outbox-schema';
import { eachAccountOnce } from '../state/overlaps';
import { dayMs } from '../time';
import { noticeContext, troubleNotice } from './notice';
import { noticeId, summaryId } from './notification/notification-id';

const namesKept = 3;

/** When the next reminder is due: a day after the oldest notification; `Infinity` without any. */
export function reminderDueAt(reminder: Reminder): number {
  return Math.min(...reminder.map(({ notifiedAt }) => notifiedAt)) + dayMs;
}

/**
 * The reminder state after `now` (ms), and the reminder itself when it is due: one a day for all
 * accounts. Trouble that has just been found isn't part of it.
 */
export function remind(
  before: Reminder,
  appState: AppState,
  now: number,
): { reminder: Reminder; notification?: OutgoingNotification } {
  const known = new Map(before.map((entry) => [entry.account, entry]));
  const needing = appState.settings.remindDaily ? needingAttention(appState, now) : [];
  const reminder = needing.map(({ account, trouble, losses }) => {
    const last = known.get(account);
    // A new kind of trouble was just notified, unless the account is flapping.
    const isKnown = last !== undefined && (last.trouble === trouble || losses !== undefined);
    const notifiedAt = isKnown ? last.notifiedAt : now;
    // A time in the future was stored before the clock was set back.
    return { account, trouble, notifiedAt: Math.min(notifiedAt, now) };
  });
  if (reminderDueAt(reminder) > now) return { reminder };

  const older = needing.filter((_, i) => reminder[i]?.notifiedAt !== now);
  return {
    reminder: reminder.map((entry) => ({ ...entry, notifiedAt: now })),
    notification: reminderNotification(older),
  };
}

function reminderNotification(older: readonly TroubleNotice[]): OutgoingNotification {
  const notices = older.toSorted((a, b) => urgency(a) - urgency(b)).slice(0, namesKept);
  const [first] = notices;
  const id = first?.id ?? '';
  return {
    id: older.length > 1 ? summaryId(id) : id,
    notices,
    remindsOf: older.length,
  };
}

/** Accounts that miss a post soonest come first. */
function urgency({ atRisk }: TroubleNotice): number {
  return atRisk?.nextAt ?? Number.MAX_SAFE_INTEGER;
}

function needingAttention(appState: AppState, now: number): TroubleNotice[] {
  const { accounts } = eachAccountOnce(appState);
  return activeConnections(appState).flatMap(({ connection, targets, posts }) =>
    targets.flatMap(({ id, target }) => {
      const scheduled = scheduledTimes(posts?.scheduled);
      const where = noticeContext(connection, target, scheduled, appState.clients);
      return (accounts.get(id) ?? []).flatMap((account) => {
        const trouble = troubleOf(account, now);
        if (!trouble) return [];
        return troubleNotice(noticeId(account.key, now, 'reminder'), account, trouble, where, now);
      });
    }),
  );
}

/** A flapping account counts as in trouble even while it works. */
function troubleOf(account: Account, now: number): Trouble | undefined {
  const flaps = flappingLosses(account, now) !== undefined && !isMuted(account.mute, now);
  return attentionOf(account, now) ?? (flaps ? account.flapping?.trouble : undefined);
}
