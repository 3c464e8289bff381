import { i18n } from '#i18n';
import { language } from '../text/language';

/** What every page needs before it renders: the language and direction of its texts. */
export function startPage(): void {
  document.documentElement.lang = language();
  document.documentElement.dir = i18n.t('language.direction');
}
