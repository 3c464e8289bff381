import { browser } from 'wxt/browser';
import { type ServiceId, services } from '../services/registry';

/** The permission to request from the browser so that a service can be reached. */
export function hostAccess(service: ServiceId): { origins: string[] } {
  return { origins: [`${services[service].origin}/*`] };
}

/** False where the user took the host permission away, which both browsers allow. */
export function hasAccess(service: ServiceId): Promise<boolean> {
  return browser.permissions.contains(hostAccess(service));
}
