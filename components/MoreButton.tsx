import { i18n } from '#i18n';

/** Shows more of a long list. */
export function MoreButton({ onClick }: { onClick: () => void }) {
  return (
    <div class="actions">
      <button type="button" class="button quiet" onClick={onClick}>
        {i18n.t('options.accounts.moreEvents')}
      </button>
    </div>
  );
}
