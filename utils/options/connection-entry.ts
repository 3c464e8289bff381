import { i18n } from '#i18n';
import type { ServiceId } from '../services/registry';
import { apiKeySchema, type KeyKeptUntil } from '../state/connection-fields';
import type { ConnectionView } from './connection-view';

/** What was entered, trimmed. Without a key, the stored one stays. */
export interface ConnectionEntry {
  service: ServiceId;
  apiKey?: string;
  keyKeptUntil: KeyKeptUntil;
  label: string;
  profileIds: string[];
}

/** A mistake in the form, found before any request. */
export interface Mistake {
  in: 'key' | 'profiles';
  text: string;
}

/**
 * The first mistake in an entry, if any.
 *
 * @param key trimmed; empty keeps the stored one
 * @param chosen ids of profiles; `undefined` where none has to be chosen
 */
export function mistakeIn(
  key: string,
  hasKey: boolean,
  chosen: readonly string[] | undefined,
): Mistake | undefined {
  if (chosen?.length === 0) return { in: 'profiles', text: i18n.t('options.form.noProfileChosen') };
  if (key === '') {
    return hasKey ? undefined : { in: 'key', text: i18n.t('options.form.noKey') };
  }
  if (apiKeySchema.safeParse(key).success) return undefined;
  return { in: 'key', text: i18n.t('options.form.spacesInKey') };
}

/** Ids of the monitored profiles, typed or found. */
export function watchedIds({ typedProfileIds, profileChoice }: ConnectionView): readonly string[] {
  if (!profileChoice) return typedProfileIds;
  return profileChoice.options.filter(({ monitored }) => monitored).map(({ id }) => id);
}

/** `undefined` where all are monitored, or there are none to choose from. */
export function chosenIds(view: ConnectionView): readonly string[] | undefined {
  return view.profileChoice?.all === false ? watchedIds(view) : undefined;
}
