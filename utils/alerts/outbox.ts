import type { Notice, Outbox, OutgoingNotification } from '../state/outbox';
import { summaryId } from './notification-id';

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

function packed(notices: Notice[]): OutgoingNotification[] {
  const [first] = notices;
  if (first === undefined || notices.length <= mostByThemselves) return notices.map(parcelOfOne);
  const isOfKeys = notices.every(({ kind }) => kind === 'refused' || kind === 'key-lost');
  return [{ id: summaryId(first.id, isOfKeys ? 'keys' : 'accounts'), notices }];
}

function parcelOfOne(notice: Notice): OutgoingNotification {
  return { id: notice.id, notices: [notice] };
}

/** Takes a delivered parcel out. */
export function withoutDelivered(outbox: Outbox, parcelId: string): Outbox {
  return { ...outbox, parcels: outbox.parcels.filter(({ id }) => id !== parcelId) };
}
