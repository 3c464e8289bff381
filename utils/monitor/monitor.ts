import type { Http } from '../services/http';
import { type ServiceId, serviceIds } from '../services/registry';
import { historyItem, outboxItem } from '../storage/items';
import { type RawSource, readSchedule } from '../storage/read';
import { readOnce } from '../storage/read-once';
import { transaction } from '../storage/transaction';
import { writeCount } from '../storage/write-count';
import { checkTarget } from './check';
import { haltsConnection } from './connection-block';
import { findProfiles } from './find-profiles';
import { guardWhatIsDue, setAlarmForNext } from './plan-alarm';
import { readDuePage } from './posts';
import { profilesDueAt } from './profiles-due';
import { type Queued, queueOf } from './queue';
import { checkNowFloorMs } from './schedule';
import { createSlots } from './slots';
import { isAsked } from './watched';
import { writeCheckLog } from './write-check-log';

const requestsAtOnce = 4;
/** While some wait for an answer, others read what they need, or are stored. */
const checksAtOnce = 2 * requestsAtOnce;

export interface Monitor {
  /** Checks all that is due, alerts, and sets the alarm; resolves when that is done. */
  run(): Promise<void>;
  /** Starts a run, and resolves as soon as it would go on if the worker were killed. */
  start(): Promise<void>;
}

/**
 * One run at a time: whoever asks while one is under way has it look once more at its end.
 *
 * @param alert brings badge and notifications up to date with what is stored
 */
export function createMonitor(http: Http, alert: () => Promise<void>): Monitor {
  let running: Promise<void> | undefined;
  let askedAgain = false;

  let isFirst = true;
  let writesTold = -1;

  // What the browser did not take stays in the outbox for the next time; checks go on without it.
  const tryAlert = () => {
    writesTold = writeCount();
    return alert().catch(() => {});
  };
  /** To alert means to read all accounts: not for a service at which nothing was due. */
  const alertOfChanges = async () => {
    if (writeCount() !== writesTold) await tryAlert();
  };

  async function runUntilDone(): Promise<void> {
    try {
      do {
        askedAgain = false;
        await runOnce().finally(() => setAlarmForNext(http));
      } while (askedAgain);
    } finally {
      running = undefined;
    }
  }

  async function runOnce(): Promise<void> {
    const source = readOnce();
    await guardWhatIsDue(http, source);
    // A service that hangs does not hold back what another one told, nor what is known already.
    await allDone([...serviceIds.map((service) => workOn(service, source)), alertOfWhatIs()]);
  }

  async function alertOfWhatIs(): Promise<void> {
    if (isFirst) await setAsideDamaged(http).catch(() => {});
    isFirst = false;
    await tryAlert();
  }

  /** Accounts come before each page of posts, and what they tell is not held back by one. */
  async function workOn(service: ServiceId, source: RawSource): Promise<void> {
    do {
      await checkService(http, service, source).finally(alertOfChanges);
    } while (await readDuePage(http, service, source));
  }

  function run(): Promise<void> {
    askedAgain = true;
    running ??= runUntilDone();
    return running;
  }

  return {
    run,
    async start() {
      await guardWhatIsDue(http, readOnce());
      void run();
    },
  };
}

/** Looks through what a check reads only where something has changed: its damage is told at once. */
async function setAsideDamaged(http: Http): Promise<void> {
  await transaction(http.now(), (tx) => tx.get([historyItem, outboxItem]));
}

/** Checks what is due at one service, and what a person is waiting for. */
async function checkService(http: Http, service: ServiceId, source: RawSource): Promise<void> {
  for (;;) {
    await findDueProfiles(http, service, source);
    const now = http.now();
    const queue = queueOf(await readSchedule(now, source), now).filter(
      ({ connection }) => connection.connection.service === service,
    );
    const due = queue.filter(({ at }) => at <= now);
    const asked = queue.find(({ connection, target }) => isAsked(connection, target, now));
    if (due.length > 0) await checkAll(http, due);
    else if (asked && asked.at - now <= checkNowFloorMs) await wait(asked.at - now);
    else return;
  }
}

async function findDueProfiles(http: Http, service: ServiceId, source: RawSource): Promise<void> {
  const now = http.now();
  const { connections } = await readSchedule(now, source);
  for (const connection of connections) {
    const isOfService = connection.connection.service === service;
    if (isOfService && profilesDueAt(connection, now) <= now) await findProfiles(http, connection);
  }
}

async function checkAll(http: Http, due: readonly Queued[]): Promise<void> {
  /** Connections that were refused or limited: what else is due of them would be as well. */
  const halted = new Set<string>();
  const inSlot = createSlots(requestsAtOnce);
  const queue = due.values();
  const worker = async () => {
    for (const { connection, target } of queue) {
      const { id } = connection.connection;
      if (halted.has(id)) continue;
      await checkTarget(http, connection, target, (request) =>
        inSlot(async () => {
          if (halted.has(id)) return undefined;
          const result = await request();
          if (result && !result.ok && haltsConnection(result.error)) halted.add(id);
          return result;
        }),
      );
    }
  };
  await allDone(Array.from({ length: checksAtOnce }, worker)).finally(() =>
    writeCheckLog(http.now()),
  );
}

/** Waits for all, also where one fails: else a second run could start while others go on. */
async function allDone(work: readonly Promise<void>[]): Promise<void> {
  const outcomes = await Promise.allSettled(work);
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
