import type { Account } from '../accounts/account';
import { attentionOf, isMuted, type Trouble } from '../accounts/attention';
import { flappingLosses } from '../accounts/flapping';
import { scheduledTimes } from '../accounts/posts-at-risk';
import { type AppState, activeConnections } from '../state/app-state';
import type { OutgoingNotification, Reminder, TroubleNotice } from '../state/outbox';
import { eachAccountOnce } from '../state/overlaps';
import { dayMs } from '../time';
import { troubleNotice } from './notice';
import { reminderId, summaryId } from './notification-id';

const namesKept = 3;

/** When to remind next: a day after what was told the longest ago; `Infinity` without anything. */
export function reminderDueAt(reminder: Reminder): number {
  return Math.min(...reminder.map(({ toldAt }) => toldAt)) + dayMs;
}

/**
 * What is to be remembered at `now` (ms) for the next reminder, and the reminder where it is due:
 * one for all, so that there is one a day. What has become known just now is no part of it.
 */
export function remind(
  before: Reminder,
  watched: AppState,
  now: number,
): { reminder: Reminder; parcel?: OutgoingNotification } {
  const known = new Map(before.map((entry) => [entry.account, entry]));
  const needing = watched.settings.remindDaily ? needingAttention(watched, now) : [];
  const reminder = needing.map(({ account, trouble, losses }) => {
    const last = known.get(account);
    // Another trouble is news of its own, but not while the account flaps between them.
    const isKnown = last !== undefined && (last.trouble === trouble || losses !== undefined);
    const toldAt = isKnown ? last.toldAt : now;
    // A time that lies ahead of us was noted before the clock was set back.
    return { account, trouble, toldAt: Math.min(toldAt, now) };
  });
  if (reminderDueAt(reminder) > now) return { reminder };

  const older = needing.filter((_, i) => reminder[i]?.toldAt !== now);
  return {
    reminder: reminder.map((entry) => ({ ...entry, toldAt: now })),
    parcel: parcelOf(older),
  };
}

function parcelOf(older: readonly TroubleNotice[]): OutgoingNotification {
  const notices = older.toSorted((a, b) => urgency(a) - urgency(b)).slice(0, namesKept);
  const [first] = notices;
  const id = first?.id ?? '';
  return {
    id: older.length > 1 ? summaryId(id) : id,
    notices,
    remindsOf: older.length,
  };
}

/** What would miss a post soon comes first. */
function urgency({ atRisk }: TroubleNotice): number {
  return atRisk?.nextAt ?? Number.MAX_SAFE_INTEGER;
}

function needingAttention(watched: AppState, now: number): TroubleNotice[] {
  const { accounts } = eachAccountOnce(watched);
  return activeConnections(watched).flatMap(({ connection, targets, posts }) =>
    targets.flatMap(({ id, profile }) => {
      const scheduledPosts = posts && scheduledTimes(posts);
      const where = {
        connection,
        profileName: profile?.name,
        ...(scheduledPosts && { scheduledPosts }),
      };
      return (accounts.get(id) ?? []).flatMap((account) => {
        const trouble = troubleOf(account, now);
        if (!trouble) return [];
        return troubleNotice(reminderId(account.key, now), account, trouble, where, now);
      });
    }),
  );
}

/** A flapping account is in trouble also while it happens to work. */
function troubleOf(account: Account, now: number): Trouble | undefined {
  const flaps = flappingLosses(account, now) !== undefined && !isMuted(account.mute, now);
  return attentionOf(account, now) ?? (flaps ? account.flapping?.trouble : undefined);
}
