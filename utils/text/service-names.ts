import { serviceIds, services } from '../services/registry';
import type { ServiceInfo } from '../services/service';
import { namesInSentence } from './language';

/** The names of all or some services in a sentence: "SchedPilot and Synposter", "… or …". */
export function serviceNames(
  joined: 'and' | 'or',
  which: (service: ServiceInfo) => boolean = () => true,
): string {
  const named = serviceIds.map((id) => services[id]).filter(which);
  return namesInSentence(
    named.map(({ name }) => name),
    joined,
  );
}
