import { schedPilot } from './schedpilot/info';
import type { ServiceInfo } from './service';
import { synposter } from './synposter/info';

/**
 * The supported services, in the order in which they are offered. To add one, make a folder and an
 * entry here. Request functions are registered in apis.ts, so that pages don't load them. See
 * docs/SERVICES.md.
 */
const registry = { schedpilot: schedPilot, synposter } satisfies Record<string, ServiceInfo>;

export type Registry = typeof registry;
export type ServiceId = keyof Registry;

export const services: Readonly<Record<ServiceId, ServiceInfo>> = registry;
// Object.keys returns string[], although a literal's keys are known.
export const serviceIds = Object.keys(registry) as [ServiceId, ...ServiceId[]];
