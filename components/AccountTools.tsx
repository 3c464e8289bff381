import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { platformName } from '@/utils/accounts/platform';
import { type ServiceId, serviceIds, services } from '@/utils/services/registry';
import { compareNames } from '@/utils/text/compare-names';
import type { Filter } from '@/utils/view/account/account-filter';
import { SearchField } from './SearchField';

interface Props {
  /** Platforms that at least one account is on. */
  platforms: readonly string[];
  query: string;
  filter: Filter;
  onQuery: (query: string) => void;
  onFilter: (filter: Filter) => void;
  /** Further filters of the page. */
  children?: ComponentChildren;
}

/** Search and "Show". */
export function AccountTools({ platforms, query, filter, onQuery, onFilter, children }: Props) {
  const sorted = platforms.toSorted((a, b) => compareNames(platformName(a), platformName(b)));
  return (
    <search class="tools">
      <SearchField query={query} onQuery={onQuery} />
      <select
        aria-label={i18n.t('popup.show')}
        value={optionOf(filter)}
        onChange={(event) => onFilter(filterOf(event.currentTarget.value))}
      >
        <option value="all">{i18n.t('popup.showAll')}</option>
        <optgroup label={i18n.t('popup.showServices')}>
          {serviceIds.map((service) => (
            <option key={service} value={optionOf({ by: 'service', service })}>
              {services[service].name}
            </option>
          ))}
        </optgroup>
        {platforms.length > 0 && (
          <optgroup label={i18n.t('popup.showPlatforms')}>
            {sorted.map((platform) => (
              <option key={platform} value={optionOf({ by: 'platform', platform })}>
                {platformName(platform)}
              </option>
            ))}
          </optgroup>
        )}
      </select>
      {children}
    </search>
  );
}

function optionOf(filter: Filter): string {
  switch (filter.by) {
    case 'all':
      return 'all';
    case 'service':
      return `service ${filter.service}`;
    case 'platform':
      return `platform ${filter.platform}`;
  }
}

function filterOf(value: string): Filter {
  const service = serviceIds.find((id: ServiceId) => value === `service ${id}`);
  if (service) return { by: 'service', service };
  const platform = /^platform (.+)$/s.exec(value)?.[1];
  return platform === undefined ? { by: 'all' } : { by: 'platform', platform };
}
