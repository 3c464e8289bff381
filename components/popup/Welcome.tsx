import { i18n } from '#i18n';
import { type ServiceId, serviceIds, services } from '@/utils/services/registry';
import { serviceNames } from '@/utils/text/service-names';
import { headingText } from './heading-text';

/** The popup before there is a connection. */
export function Welcome({ onConnect }: { onConnect: (service: ServiceId) => void }) {
  return (
    <div class="welcome">
      <img src="/icons/48.png" alt="" width="40" height="40" />
      <h1>{headingText({ kind: 'no-key' })}</h1>
      <p>{i18n.t('popup.welcome', [serviceNames('and')])}</p>
      <div class="actions">
        {serviceIds.map((id) => (
          <button type="button" class="button" key={id} onClick={() => onConnect(id)}>
            {i18n.t('popup.connect', [services[id].name])}
          </button>
        ))}
      </div>
    </div>
  );
}
