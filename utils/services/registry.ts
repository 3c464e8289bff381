import { schedPilot } from './schedpilot/info';
import type { ServiceInfo } from './service';
import { synposter } from './synposter/info';

/**
 * Every service that can be watched. A third one is a folder and an entry here; its requests are
 * entered in clients.ts, apart, so that pages do not load what only the background needs.
 */
const registry = { schedpilot: schedPilot, synposter } satisfies Record<string, ServiceInfo>;

export type ServiceId = keyof typeof registry;

export const services: Readonly<Record<ServiceId, ServiceInfo>> = registry;
export const serviceIds = ['schedpilot', 'synposter'] as const satisfies readonly ServiceId[];
