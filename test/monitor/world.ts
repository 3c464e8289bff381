import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { addConnection } from '@/utils/commands/add-connection';
import type { Commands, SaveReply } from '@/utils/commands/messages';
import { createMonitor } from '@/utils/monitor/monitor';
import { publishState } from '@/utils/popup/publish-state';
import type { Http } from '@/utils/services/http';
import { keys, playAgency } from '../apis/scenario.ts';
import { createSchedPilot } from '../apis/schedpilot.ts';
import { createSynposter } from '../apis/synposter.ts';
import { playedBy } from '../services/world';

/** Both services in memory, with the agency's accounts, and a clock that a test moves. */
export function startWorld() {
  let time = Date.parse('2026-11-22T10:20:00Z');
  const clock = () => time;
  const schedPilot = createSchedPilot(clock);
  const synposter = createSynposter(clock);
  playAgency({ schedPilot, synposter });
  const { http: played, asked } = playedBy((request) =>
    request.url.hostname === 'api.schedpilot.com'
      ? schedPilot.handle(request)
      : synposter.handle(request),
  );
  const http: Http = { ...played, now: clock };
  return {
    schedPilot,
    synposter,
    keys,
    http,
    asked,
    now: clock,
    pass(minutes: number): void {
      time += minutes * 60_000;
    },
  };
}

export type World = ReturnType<typeof startWorld>;

/** The same, with a connection for each service, and every account known. */
export async function startCheckedWorld(): Promise<World> {
  const world = startWorld();
  await connect(world, 'schedpilot');
  await connect(world, 'synposter');
  await startWorker(world.http).run();
  return world;
}

/** Adds a connection as a person does: unless said otherwise, with the world’s key for a service. */
export function connect(
  { http, keys }: Pick<World, 'http' | 'keys'>,
  service: 'schedpilot' | 'synposter',
  entered: Partial<Commands['addConnection']> = {},
): Promise<SaveReply> {
  const entry = { service, apiKey: keys[service], label: 'One', profileIds: [], ...entered };
  return addConnection(http, entry);
}

/** The same, and returns the connection’s id. */
export async function connectionIdOf(...entry: Parameters<typeof connect>): Promise<string> {
  const reply = await connect(...entry);
  if (reply.kind !== 'saved') throw new Error(`The connection was not saved: ${reply.kind}`);
  return reply.connectionId;
}

/** A fresh background, as the browser starts one: it knows nothing but what is stored. */
export function startWorker(http: Http) {
  return createMonitor(http, () => publishState(http.now()));
}

/** How often Synposter was asked for its list of profiles. */
export function profileListings({ asked }: World): number {
  return asked.filter(({ url }) => url.pathname === '/v1/profiles').length;
}

/** Ids of all notifications that are shown from now on, in order, however often. */
export function recordShown(): () => string[] {
  const create = vi.spyOn(fakeBrowser.notifications, 'create').mockClear();
  return () => create.mock.calls.map(([id]) => String(id));
}
