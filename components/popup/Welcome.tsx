import { i18n } from '#i18n';
import { serviceNames } from '@/utils/text/service-names';

/** What the popup says before there is a connection. */
export function Welcome({ onAddKey }: { onAddKey: () => void }) {
  return (
    <div class="empty">
      <p>{i18n.t('popup.welcome', [serviceNames('and')])}</p>
      <button type="button" class="button" onClick={onAddKey}>
        {i18n.t('popup.addKey')}
      </button>
    </div>
  );
}
