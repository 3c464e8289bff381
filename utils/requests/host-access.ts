import { browser } from 'wxt/browser';
import { type ServiceId, services } from '../services/registry';

/** What to ask the browser for, so that a service can be reached. */
export function hostAccess(service: ServiceId): { origins: string[] } {
  return { origins: [`${services[service].origin}/*`] };
}

/** False where the user took the service's host away, as both browsers let them. */
export function hasAccess(service: ServiceId): Promise<boolean> {
  return browser.permissions.contains(hostAccess(service));
}
