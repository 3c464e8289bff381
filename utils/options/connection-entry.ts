import { i18n } from '#i18n';
import type { Commands } from '../commands/messages';
import { apiKeySchema } from '../state/connection-fields';

/** What was entered, trimmed. Without a key, the stored one stays. */
export type ConnectionEntry = Pick<Commands['addConnection'], 'service'> &
  Omit<Commands['editConnection'], 'connectionId' | 'keyKeptUntil'> &
  Required<Pick<Commands['editConnection'], 'keyKeptUntil'>>;

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
