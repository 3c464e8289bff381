import { serviceIds, services } from '../services/registry';
import type { ServiceInfo } from '../services/service';
import { language } from './language';

/** The names of all or some services in a sentence: "SchedPilot and Synposter", "… or …". */
export function serviceNames(
  joined: 'and' | 'or',
  which: (service: ServiceInfo) => boolean = () => true,
): string {
  const type = joined === 'and' ? 'conjunction' : 'disjunction';
  const named = serviceIds.map((id) => services[id]).filter(which);
  return new Intl.ListFormat(language(), { type }).format(named.map(({ name }) => name));
}
