import { i18n } from '#i18n';
import type { StatusWord } from './account-row';

/** A status in the user's language. */
export function statusText(word: StatusWord): string {
  switch (word) {
    case 'active':
      return i18n.t('status.active');
    case 'connected':
      return i18n.t('status.connected');
    case 'not-checked':
      return i18n.t('status.notChecked');
    case 'expired':
      return i18n.t('status.expired');
    case 'revoked':
      return i18n.t('status.revoked');
    case 'unlisted':
      return i18n.t('status.unlisted');
    case 'cannot-post':
      return i18n.t('status.cannotPost');
    case 'posts-failing':
      return i18n.t('status.postsFailing');
    case 'will-expire':
      return i18n.t('status.willExpire');
    case 'unknown':
      return i18n.t('status.unknown');
  }
}
