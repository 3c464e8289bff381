import type { Registry, ServiceId } from './registry';
import { schedPilotApi } from './schedpilot/api';
import type { ApiOf, ServiceApi } from './service';
import { synposterApi } from './synposter/api';

/** The request functions of every service. */
export const apis: Readonly<Record<ServiceId, ServiceApi>> = {
  schedpilot: schedPilotApi,
  synposter: synposterApi,
} satisfies { [Id in ServiceId]: ApiOf<Registry[Id]> };
