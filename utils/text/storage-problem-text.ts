import { i18n } from '#i18n';
import type { StorageProblem } from '../state/app-state';

/** What is wrong with storage and what to do about it. */
export function storageProblemText(problem: StorageProblem): { title: string; message: string } {
  return problem === 'cannot-save'
    ? { title: i18n.t('storage.cannotSave.title'), message: i18n.t('storage.cannotSave.text') }
    : { title: i18n.t('storage.quarantine.title'), message: i18n.t('storage.quarantine.text') };
}
