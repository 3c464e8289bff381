import { browser } from 'wxt/browser';
import { type ServiceId, serviceIds, services } from '../services/registry';

/** The permission to request from the browser so that a service can be reached. */
export function hostAccess(service: ServiceId): { origins: string[] } {
  return { origins: [`${services[service].origin}/*`] };
}

/** True for a permission to reach one of the services, as against a chat. */
export function isServiceOrigin(origin: string): boolean {
  return serviceIds.some((id) => hostAccess(id).origins.includes(origin));
}

/** False if the user took host access away, which both browsers allow. */
export function hasAccess(service: ServiceId): Promise<boolean> {
  return browser.permissions.contains(hostAccess(service));
}
