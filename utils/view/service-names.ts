import { serviceIds, services } from '../services/registry';

/** The names of all services in a sentence: "SchedPilot and Synposter", or "… or …". */
export function serviceNames(joined: 'and' | 'or', locale?: string): string {
  const type = joined === 'and' ? 'conjunction' : 'disjunction';
  return new Intl.ListFormat(locale, { type }).format(serviceIds.map((id) => services[id].name));
}
