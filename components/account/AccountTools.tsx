import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { platformName } from '@/utils/accounts/platform';
import { serviceIds, services } from '@/utils/services/registry';
import {
  type Filter,
  type FilterChoices,
  filterName,
  filterNamed,
} from '@/utils/view/account/account-filter';
import { SearchField } from './SearchField';

interface Props {
  choices: FilterChoices;
  query: string;
  filter: Filter;
  onQuery: (query: string) => void;
  onFilter: (filter: Filter) => void;
  /** Further filters of the page. */
  children?: ComponentChildren;
}

/** Search and "Show". */
export function AccountTools({ choices, query, filter, onQuery, onFilter, children }: Props) {
  const { platforms, clients } = choices;
  return (
    <search class="tools">
      <SearchField query={query} onQuery={onQuery} />
      <select
        aria-label={i18n.t('popup.show')}
        value={filterName(filter)}
        onChange={(event) => onFilter(filterNamed(event.currentTarget.value))}
      >
        <option value="all">{i18n.t('popup.showAll')}</option>
        <optgroup label={i18n.t('popup.showServices')}>
          {serviceIds.map((service) => (
            <option key={service} value={filterName({ by: 'service', only: service })}>
              {services[service].name}
            </option>
          ))}
        </optgroup>
        {clients.length > 1 && (
          <optgroup label={i18n.t('popup.showClients')}>
            {clients.map((client) => (
              <option key={client} value={filterName({ by: 'client', only: client })}>
                {client}
              </option>
            ))}
          </optgroup>
        )}
        {platforms.length > 0 && (
          <optgroup label={i18n.t('popup.showPlatforms')}>
            {platforms.map((platform) => (
              <option key={platform} value={filterName({ by: 'platform', only: platform })}>
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
