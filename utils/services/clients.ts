import type { Registry, ServiceId } from './registry';
import { schedPilotClient } from './schedpilot/client';
import type { ClientOf, ServiceClient } from './service';
import { synposterClient } from './synposter/client';

/** The requests of every service in the registry. */
export const clients: Readonly<Record<ServiceId, ServiceClient>> = {
  schedpilot: schedPilotClient,
  synposter: synposterClient,
} satisfies { [Id in ServiceId]: ClientOf<Registry[Id]> };
