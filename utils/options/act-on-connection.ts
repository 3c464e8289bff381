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
  const { service, ...others } = entry;
  const { apiKey } = others;
  try {
    // Ask while the click still counts as a user gesture. Where access is granted already, this
    // asks nothing.
    await browser.permissions.request(hostAccess(service)).catch(() => false);
    if (editingId !== undefined) {
      return savedBy(await send('editConnection', { connectionId: editingId, ...others }), entry);
    }
    if (apiKey === undefined) return failed(i18n.t('options.form.noKey'));
    return savedBy(await send('addConnection', { ...entry, apiKey }), entry);
  } catch {
    return failed(i18n.t('popup.result.lost'));
  }
}

function failed(text: string) {
  return { ok: false, text } as const;
}

function savedBy(reply: SaveReply, { service, profileIds }: ConnectionEntry): Saved {
  const { name } = services[service];
  switch (reply.kind) {
    case 'saved':
      return { ok: true, connectionId: reply.connectionId };
    case 'no-profiles':
      return failed(i18n.t('options.form.noProfiles', [name]));
    case 'profiles-hidden':
      return { ...failed(i18n.t('options.form.profilesHidden', [name])), profilesHidden: true };
    case 'same-key': {
      const { label, connectionId } = reply;
      return { ...failed(i18n.t('options.form.sameKey', [label])), sameKeyAs: connectionId };
    }
    case 'gone':
      return failed(i18n.t('options.form.gone'));
    case 'failed': {
      const text = problemText({ service }, reply.error, Date.now());
      if (reply.profileId === undefined || profileIds.length < 2) return failed(text);
      return failed(sentences(i18n.t('options.form.inProfile', [reply.profileId]), text));
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
