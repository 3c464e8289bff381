import { findProfiles } from '../profiles/find-profiles';
import { type Queued, queueOf } from '../schedule/check-queue';
import { haltsConnection } from '../schedule/connection-block';
import { minRequestGapMs } from '../schedule/due';
import { profilesDueAt } from '../schedule/profiles-due';
import type { Http } from '../services/http';
import type { ServiceId } from '../services/registry';
import { isCheckRequested } from '../state/app-state';
import { readSchedule } from '../state/read-state';
import type { ValueSource } from '../storage/read-items';
import { checkTarget } from './check-target';
import { createLimiter } from './limiter';
import { waitForAll } from './wait-for-all';
import { writeCheckLog } from './write-check-log';

const requestsAtOnce = 4;
/** While some wait for an answer, others read their state or are stored. */
const checksAtOnce = 2 * requestsAtOnce;

/** Checks everything due at one service, and what somebody is waiting for. */
export async function checkService(
  http: Http,
  service: ServiceId,
  source: ValueSource,
): Promise<void> {
  for (;;) {
    await findDueProfiles(http, service, source);
    const now = http.now();
    const queue = queueOf(await readSchedule(now, source), now).filter(
      ({ connection }) => connection.connection.service === service,
    );
    const due = queue.filter(({ at }) => at <= now);
    const requested = queue.find(({ connection, target }) =>
      isCheckRequested(connection, target, now),
    );
    if (due.length > 0) await checkAll(http, due);
    else if (requested && requested.at - now <= minRequestGapMs) await wait(requested.at - now);
    else return;
  }
}

async function findDueProfiles(http: Http, service: ServiceId, source: ValueSource): Promise<void> {
  const now = http.now();
  const { connections } = await readSchedule(now, source);
  for (const connection of connections) {
    const isThisService = connection.connection.service === service;
    if (isThisService && profilesDueAt(connection, now) <= now)
      await findProfiles(http, connection);
  }
}

async function checkAll(http: Http, due: readonly Queued[]): Promise<void> {
  /** Connections that were rejected or rate-limited: their other targets would be too. */
  const halted = new Set<string>();
  const withPermit = createLimiter(requestsAtOnce);
  const queue = due.values();
  const worker = async () => {
    for (const { connection, target } of queue) {
      const { id } = connection.connection;
      if (halted.has(id)) continue;
      await checkTarget(http, connection, target, (request) =>
        withPermit(async () => {
          if (halted.has(id)) return undefined;
          const result = await request();
          if (result && !result.ok && haltsConnection(result.error)) halted.add(id);
          return result;
        }),
      );
    }
  };
  await waitForAll(Array.from({ length: checksAtOnce }, worker)).finally(() =>
    writeCheckLog(http.now()),
  );
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
