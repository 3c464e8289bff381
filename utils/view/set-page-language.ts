import { i18n } from '#i18n';
import { language } from '../text/language';

/** Sets up a page before it renders: the language and direction of its texts. */
export function setPageLanguage(): void {
  document.documentElement.lang = language();
  document.documentElement.dir = i18n.t('language.direction');
}
