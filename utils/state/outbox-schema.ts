import * as z from 'zod/mini';
import { troubles } from '../accounts/trouble';
import { serviceIds } from '../services/registry';
import { keyLosses } from '../services/result';
import { renaming } from '../storage/item';

const ofAccount = {
  /** Stable: made from the id of the event behind it. */
  id: z.string(),
  account: z.string(),
  label: z.string(),
  platform: z.string(),
  service: z.enum(serviceIds),
  /** The client, at the time of the event. */
  client: z.string(),
  /** When (ms) it happened. */
  at: z.exactOptional(z.number()),
};

const postsAtRiskSchema = z.object({ posts: z.number(), nextAt: z.number() });

/** A mass drop may wait for other targets to be listed; see alerts/mass-drop.ts. */
const waitingOfLoss = {
  /** Since when (ms) the accounts are gone. */
  since: z.exactOptional(z.number()),
  /** Set while it waits: when (ms) it is notified at the latest. */
  notifyBy: z.exactOptional(z.number()),
};

const troubleSchema = z.object({
  kind: z.literal('trouble'),
  ...ofAccount,
  trouble: z.enum(troubles),
  atRisk: z.exactOptional(postsAtRiskSchema),
  /** The trouble it was in before, if any. */
  from: z.exactOptional(z.enum(troubles)),
  /** Set for an account that was lost together with others. */
  groupLoss: z.exactOptional(
    z.object({ connectionId: z.string(), label: z.string(), ...waitingOfLoss }),
  ),
  /** Set for a flapping account: how often it stopped working in the last 6 hours. */
  losses: z.exactOptional(z.number()),
});

const ofConnection = {
  id: z.string(),
  connectionId: z.string(),
  label: z.string(),
  service: z.enum(serviceIds),
};

const massUnlistedSchema = z.object({
  kind: z.literal('mass-unlisted'),
  ...ofConnection,
  /** The accounts' keys. */
  accounts: z.array(z.string()),
  ...waitingOfLoss,
});

/** One thing to notify. Its text is made at delivery, in the browser's language at that time. */
const noticeSchema = z.union([
  troubleSchema,
  z.object({ kind: z.literal('recovery'), ...ofAccount }),
  massUnlistedSchema,
  z.object({ kind: z.literal('refused'), ...ofConnection }),
  z.object({ kind: z.literal('key-lost'), ...ofConnection, lostBy: z.enum(keyLosses) }),
]);

export type Notice = z.infer<typeof noticeSchema>;
export type TroubleNotice = z.infer<typeof troubleSchema>;
export type MassUnlistedNotice = z.infer<typeof massUnlistedSchema>;

/** One notification: a single notice, or a summary of several. */
const notificationSchema = z.object({
  id: z.string(),
  notices: z.array(noticeSchema),
  /** Set for a reminder: how many accounts it is about. Its notices are the first few of them. */
  remindsOf: z.exactOptional(z.number()),
  /** Set for a chat's message: when (ms) it was packed. */
  packedAt: z.exactOptional(z.number()),
});

/**
 * Notices wait in the same write as their cause, are packed into notifications, and leave once the
 * browser has accepted those. A notification's id never changes, so a worker killed between showing
 * and removing one shows it again under the same id, not twice.
 */
export const outboxSchema = z.object({
  waiting: z.array(noticeSchema),
  notifications: z.array(notificationSchema),
});

export type Outbox = z.infer<typeof outboxSchema>;
export type OutgoingNotification = z.infer<typeof notificationSchema>;

const lossNames = renaming({ massDrop: 'groupLoss', tellBy: 'notifyBy' });

export const outboxMigrations = [
  renaming({ parcels: 'notifications' }),
  renaming({ place: 'client' }),
  lossNames,
];

export const chatOutboxMigrations = [lossNames];

export const emptyOutbox: Outbox = { waiting: [], notifications: [] };

/** What needs attention, and when (ms) it was last notified, at once or by a reminder. */
export const reminderSchema = z.array(
  z.object({ account: z.string(), trouble: z.enum(troubles), notifiedAt: z.number() }),
);

export type Reminder = z.infer<typeof reminderSchema>;
