import { i18n } from '#i18n';
import { plural } from '../text/language';
import { storageProblemText } from '../text/storage-problem-text';
import type { Badge } from './badge';

/** The badge as a sentence, for the icon's tooltip. */
export function badgeTitle(badge: Badge): string {
  switch (badge.kind) {
    case 'attention':
      return withNotChecked(plural('badge.attention', badge.count), badge.notChecked);
    case 'storage-problem':
      return storageProblemText(badge.problem).title;
    case 'cannot-check':
      return i18n.t('badge.cannotCheck');
    case 'not-checked':
      return badge.connected > 0
        ? withNotChecked(plural('badge.connected', badge.connected), badge.notChecked)
        : plural('popup.heading.notChecked', badge.notChecked);
    case 'well':
      return plural(badge.isAll ? 'badge.well' : 'badge.connected', badge.count);
    case 'empty':
      return i18n.t('badge.empty');
  }
}

function withNotChecked(text: string, count: number): string {
  return count > 0 ? `${text} · ${plural('badge.notChecked', count)}` : text;
}
