import { i18n } from '#i18n';
import { type ServiceId, serviceIds, services } from '@/utils/services/registry';
import { ServiceMark } from './ServiceMark';

interface Props {
  chosen: ServiceId;
  onChoose: (service: ServiceId) => void;
}

/** Which service the new key is for: one card each. */
export function ServiceChoice({ chosen, onChoose }: Props) {
  return (
    <div role="radiogroup" class="service-choice" aria-label={i18n.t('options.form.service')}>
      {serviceIds.map((service) => (
        <label key={service} class="service-card">
          <input
            type="radio"
            name="service"
            value={service}
            checked={service === chosen}
            aria-label={services[service].name}
            onChange={() => onChoose(service)}
          />
          <ServiceMark name={services[service].name} />
          <span>
            <b>{services[service].name}</b>
            <span class="hint">
              {services[service].hasProfiles
                ? i18n.t('options.form.groupedInProfiles')
                : i18n.t('options.form.oneList')}
            </span>
          </span>
        </label>
      ))}
    </div>
  );
}
