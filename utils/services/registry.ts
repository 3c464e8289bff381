import { schedPilot } from './schedpilot/info';
import type { ServiceInfo } from './service';
import { synposter } from './synposter/info';

/**
 * Every service that can be watched, in the order in which they are offered. One more is a folder
 * and an entry here; its requests are entered in clients.ts, apart, so that pages do not load what
 * only the background needs. See docs/SERVICES.md.
 */
const registry = { schedpilot: schedPilot, synposter } satisfies Record<string, ServiceInfo>;

export type Registry = typeof registry;
export type ServiceId = keyof Registry;

export const services: Readonly<Record<ServiceId, ServiceInfo>> = registry;
// The keys of an object literal are known, which the type of Object.keys cannot say.
export const serviceIds = Object.keys(registry) as [ServiceId, ...ServiceId[]];
