import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { type SaveReply, send } from '../commands/messages';
import { hostAccess } from '../requests/host-access';
import { services } from '../services/registry';
import { sentences } from '../text/language';
import { problemText } from '../text/problem-text';
import type { ConnectionEntry } from './connection-entry';
import type { ConnectionView } from './connection-view';

/** What can be done with a connection in the list. */
export type ConnectionAction = 'check' | 'pause' | 'remove';

/**
 * The result of "Test and save": a message, or the saved connection. `profilesHidden`: the key may
 * not list profiles, so their ids must be typed. `sameKeyAs`: the connection that has this key
 * already.
 */
export type Saved =
  | { ok: true; connectionId: string }
  | { ok: false; text: string; profilesHidden?: true; sameKeyAs?: string };

/** Tries what was entered and saves it where it works. Does not throw. */
export async function saveConnection(
  entry: ConnectionEntry,
  editingId: string | undefined,
): Promise<Saved> {
  const { service, apiKey, keyKeptUntil, label, profileIds } = entry;
  try {
    // Ask while the click still counts as a user gesture. Where access is granted already, this
    // asks nothing.
    await browser.permissions.request(hostAccess(service)).catch(() => false);
    const key = apiKey === undefined ? {} : { apiKey };
    if (editingId !== undefined) {
      const edit = { connectionId: editingId, label, profileIds, keyKeptUntil, ...key };
      return savedBy(await send('editConnection', edit), entry);
    }
    if (apiKey === undefined) return { ok: false, text: i18n.t('options.form.noKey') };
    return savedBy(
      await send('addConnection', { service, apiKey, keyKeptUntil, label, profileIds }),
      entry,
    );
  } catch {
    return { ok: false, text: i18n.t('popup.result.lost') };
  }
}

function savedBy(reply: SaveReply, { service, profileIds }: ConnectionEntry): Saved {
  switch (reply.kind) {
    case 'saved':
      return { ok: true, connectionId: reply.connectionId };
    case 'no-profiles':
      return { ok: false, text: i18n.t('options.form.noProfiles', [services[service].name]) };
    case 'profiles-hidden':
      return {
        ok: false,
        text: i18n.t('options.form.profilesHidden', [services[service].name]),
        profilesHidden: true,
      };
    case 'same-key':
      return {
        ok: false,
        text: i18n.t('options.form.sameKey', [reply.label]),
        sameKeyAs: reply.connectionId,
      };
    case 'gone':
      return { ok: false, text: i18n.t('options.form.gone') };
    case 'failed': {
      const text = problemText({ service }, reply.error, Date.now());
      if (reply.profileId === undefined || profileIds.length < 2) return { ok: false, text };
      return {
        ok: false,
        text: sentences(i18n.t('options.form.inProfile', [reply.profileId]), text),
      };
    }
  }
}

/** @throws where the background couldn't carry it out */
export async function actOnConnection(
  action: ConnectionAction,
  { id: connectionId, paused }: ConnectionView,
): Promise<void> {
  switch (action) {
    case 'check':
      await send('checkNow', { connectionId });
      break;
    case 'pause':
      await send('pauseConnection', { connectionId, paused: !paused });
      break;
    case 'remove':
      await send('removeConnection', { connectionId });
      break;
  }
}
