import { i18n } from '#i18n';
import type { StorageProblem } from '@/utils/state/app-state';
import { storageProblemText } from '@/utils/text/storage-problem-text';

interface Props {
  problem: StorageProblem;
  onTryAgain: () => void;
  onSee: () => void;
}

/** Says that nothing can be saved, or that stored data couldn't be read. */
export function StorageBanner({ problem, onTryAgain, onSee }: Props) {
  const { title, message } = storageProblemText(problem);
  const cannotSave = problem === 'cannot-save';
  return (
    <div class="banner" role="alert">
      <p>
        <b>{title}</b>
        <br />
        {message}
      </p>
      <button type="button" class="link-button" onClick={cannotSave ? onTryAgain : onSee}>
        {cannotSave ? i18n.t('popup.fix.again') : i18n.t('storage.quarantine.see')}
      </button>
    </div>
  );
}
