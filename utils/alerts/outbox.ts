import * as z from 'zod/mini';
import { type Notice, noticeSchema } from './notice';
import { summaryId } from './notification-id';

/** One notification, as it will be shown: a notice by itself, or a summary of several. */
const parcelSchema = z.object({
  id: z.string(),
  notices: z.array(noticeSchema),
  /** Set for a reminder: of how many accounts. Its notices are the first few of them. */
  remindsOf: z.exactOptional(z.number()),
});

/**
 * Notices wait in the write that caused them, are packed into parcels, and leave once the browser
 * has taken the parcel. A parcel's id never changes, so that a worker that is killed between
 * showing it and taking it out shows it again under the same id, and not twice.
 */
export const outboxSchema = z.object({
  waiting: z.array(noticeSchema),
  parcels: z.array(parcelSchema),
});

export type Outbox = z.infer<typeof outboxSchema>;
export type Parcel = z.infer<typeof parcelSchema>;

export const emptyOutbox: Outbox = { waiting: [], parcels: [] };

/** More notices than this at once become one summary. */
const mostByThemselves = 3;

/** Puts notices in, each once. */
export function post(outbox: Outbox, notices: readonly Notice[]): Outbox {
  const known = new Set(
    [...outbox.waiting, ...outbox.parcels.flatMap((parcel) => parcel.notices)].map(({ id }) => id),
  );
  const added = [...new Map(notices.map((notice) => [notice.id, notice])).values()].filter(
    ({ id }) => !known.has(id),
  );
  return added.length > 0 ? { ...outbox, waiting: [...outbox.waiting, ...added] } : outbox;
}

/**
 * Packs what waits: one parcel for each notice up to three, else one for all. A mass drop is one
 * parcel of its own: it is a summary already.
 */
export function pack(outbox: Outbox): Outbox {
  const { waiting, parcels } = outbox;
  if (waiting.length === 0) return outbox;
  const { massDrops = [], others = [] } = Object.groupBy(waiting, ({ kind }) =>
    kind === 'mass-unlisted' ? 'massDrops' : 'others',
  );
  return {
    waiting: [],
    parcels: [...parcels, ...massDrops.map(parcelOfOne), ...packed(others)],
  };
}

function packed(notices: Notice[]): Parcel[] {
  const [first] = notices;
  if (first === undefined || notices.length <= mostByThemselves) return notices.map(parcelOfOne);
  const isOfKeys = notices.every(({ kind }) => kind === 'refused');
  return [{ id: summaryId(first.id, isOfKeys ? 'keys' : 'accounts'), notices }];
}

function parcelOfOne(notice: Notice): Parcel {
  return { id: notice.id, notices: [notice] };
}

/** Takes a delivered parcel out. */
export function taken(outbox: Outbox, parcelId: string): Outbox {
  return { ...outbox, parcels: outbox.parcels.filter(({ id }) => id !== parcelId) };
}
