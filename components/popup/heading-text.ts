import { i18n } from '#i18n';
import type { Heading } from '@/utils/popup/popup-view';
import { plural } from '@/utils/text/language';

/** The popup's first sentence. */
export function headingText(heading: Heading): string {
  switch (heading.kind) {
    case 'attention':
      return plural('popup.heading.attention', heading.count);
    case 'well':
      return plural('popup.heading.well', heading.count);
    case 'connected':
      return plural('popup.heading.connected', heading.count);
    case 'not-checked':
      return plural('popup.heading.notChecked', heading.count);
    case 'no-accounts':
      return i18n.t('popup.heading.noAccounts');
    case 'no-key':
      return i18n.t('popup.heading.noKey');
    case 'paused':
      return i18n.t('popup.heading.paused');
    case 'muted':
      return plural('popup.heading.muted', heading.count);
    case 'checking':
      return i18n.t('popup.heading.checking');
    case 'cannot-check':
      return i18n.t('popup.heading.cannotCheck');
  }
}
