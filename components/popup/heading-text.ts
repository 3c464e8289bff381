import { i18n } from '#i18n';
import { plural } from '@/utils/language';
import type { Heading } from '@/utils/view/popup-view';

/** The sentence that the popup opens with. */
export function headingText(heading: Heading): string {
  switch (heading.kind) {
    case 'attention':
      return plural('popup.heading.attention', heading.count);
    case 'well':
      return plural('popup.heading.well', heading.count);
    case 'no-accounts':
      return i18n.t('popup.heading.noAccounts');
    case 'no-key':
      return i18n.t('popup.heading.noKey');
    case 'paused':
      return i18n.t('popup.heading.paused');
    case 'muted':
      return i18n.t('popup.heading.muted');
    case 'checking':
      return i18n.t('popup.heading.checking');
    case 'cannot-check':
      return i18n.t('popup.heading.cannotCheck');
  }
}
