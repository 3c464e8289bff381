import { readDuePage } from '../posts/read-posts';
import type { Http } from '../services/http';
import { type ServiceId, serviceIds } from '../services/registry';
import { historyItem, outboxItem } from '../state/items';
import type { ValueSource } from '../storage/read-items';
import { readOnce } from '../storage/read-once';
import { transaction } from '../storage/transaction';
import { writeCount } from '../storage/write-count';
import { allSettled } from './all-done';
import { checkService } from './check-service';
import { guardWhatIsDue, setAlarmForNext } from './set-next-alarm';

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
    await allSettled([...serviceIds.map((service) => workOn(service, source)), alertOfWhatIs()]);
  }

  async function alertOfWhatIs(): Promise<void> {
    if (isFirst) await setAsideDamaged(http).catch(() => {});
    isFirst = false;
    await tryAlert();
  }

  /** Accounts come before each page of posts, and what they tell is not held back by one. */
  async function workOn(service: ServiceId, source: ValueSource): Promise<void> {
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
