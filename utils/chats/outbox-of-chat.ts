import { prepare } from '../alerts/prepare';
import { isAbout } from '../alerts/still-current';
import type { AppState } from '../state/app-state';
import type { Chat } from '../state/chat/chat';
import type { Outbox, OutgoingNotification } from '../state/outbox-schema';
import { dayMs } from '../time';
import { noticesForChat } from './wanted-notices';

/** A message that can't be posted is given up after a day: by then it is old news. */
const givenUpAfterMs = dayMs;

/**
 * A chat's outbox ready to be posted: as for notifications, but with the chat's own clients and
 * kinds.
 *
 * @param retiredIds ids of policy connections that are missing, perhaps because the policy is still
 * loading: their notices wait
 * @param now ms since the epoch
 */
export function prepareForChat(
  outbox: Outbox,
  chat: Chat,
  appState: AppState,
  retiredIds: readonly string[],
  now: number,
): Outbox {
  // Whose accounts these are can't be told until their connection is there.
  const { later = [], known = [] } = Object.groupBy(outbox.waiting, (notice) =>
    isAbout(notice, retiredIds) ? 'later' : 'known',
  );
  const waiting = [...noticesForChat(known, chat, appState), ...later];
  const wanted = { ...appState, settings: { ...appState.settings, notify: chat.kinds } };
  const prepared = prepare({ ...outbox, waiting }, wanted, retiredIds, now);
  return {
    ...prepared,
    notifications: prepared.notifications.map((message) => ({
      ...message,
      packedAt: Math.min(message.packedAt ?? now, now),
    })),
  };
}

/** True once a message has waited for a day. `now`: ms since the epoch. */
export function isGivenUp({ packedAt }: OutgoingNotification, now: number): boolean {
  return packedAt !== undefined && now - packedAt >= givenUpAfterMs;
}
