import { i18n } from '#i18n';
import { type ServiceId, serviceIds, services } from '@/utils/services/registry';

interface Props {
  chosen: ServiceId;
  onChoose: (service: ServiceId) => void;
}

/** Which service the new key is for. */
export function ServiceChoice({ chosen, onChoose }: Props) {
  return (
    <div role="radiogroup" aria-label={i18n.t('options.form.service')}>
      {serviceIds.map((service) => (
        <label key={service} class="choice">
          <input
            type="radio"
            name="service"
            value={service}
            checked={service === chosen}
            onChange={() => onChoose(service)}
          />
          {services[service].name}
        </label>
      ))}
    </div>
  );
}
