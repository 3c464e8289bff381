import type { Registry, ServiceId } from './registry';
import { schedPilotClient } from './schedpilot/client';
import type { ClientOf, ServiceClient } from './service';
import { synposterClient } from './synposter/client';

/** The request functions of every service. */
export const clients: Readonly<Record<ServiceId, ServiceClient>> = {
  schedpilot: schedPilotClient,
  synposter: synposterClient,
} satisfies { [Id in ServiceId]: ClientOf<Registry[Id]> };
