import { browser } from 'wxt/browser';
import { type ServiceId, services } from '../services/registry';

/** The permission to request from the browser so that a service can be reached. */
export function hostAccess(service: ServiceId): { origins: string[] } {
  return { origins: [`${services[service].origin}/*`] };
}

/** False if the user took host access away, which both browsers allow. */
export function hasAccess(service: ServiceId): Promise<boolean> {
  return browser.permissions.contains(hostAccess(service));
}
