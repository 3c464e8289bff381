import { readDuePage } from '../posts/read-posts';
import type { Http } from '../services/http';
import { type ServiceId, serviceIds } from '../services/registry';
import { historyItem, outboxItem } from '../state/items';
import type { ValueSource } from '../storage/read-items';
import { readOnce } from '../storage/read-once';
import { transaction } from '../storage/transaction';
import { writeCount } from '../storage/write-count';
import { checkService } from './check-service';
import { setAlarmForDueWork, setAlarmForNext } from './set-next-alarm';
import { waitForAll } from './wait-for-all';

/**
 * Runs one at a time; a call during a run makes it go round once more.
 *
 * @param alert updates badge and notifications from the stored state
 */
export function createMonitor(http: Http, alert: () => Promise<void>) {
  let running: Promise<void> | undefined;
  let askedAgain = false;

  let isFirst = true;
  let writesAtLastAlert = -1;

  // A notification the browser rejected stays in the outbox; checks go on.
  const tryAlert = () => {
    writesAtLastAlert = writeCount();
    return alert().catch(() => {});
  };
  /** Alerting reads every account, so skip it when nothing was due. */
  const alertOfChanges = async () => {
    if (writeCount() !== writesAtLastAlert) await tryAlert();
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
    await setAlarmForDueWork(http, source);
    // A service that hangs must not delay another's alerts, or those for what is known already.
    await waitForAll([
      ...serviceIds.map((service) => workOn(service, source)),
      alertOfCurrentState(),
    ]);
  }

  async function alertOfCurrentState(): Promise<void> {
    if (isFirst) await quarantineDamaged(http).catch(() => {});
    isFirst = false;
    await tryAlert();
  }

  /** Accounts come before each page of posts, whose requests must not delay their alerts. */
  async function workOn(service: ServiceId, source: ValueSource): Promise<void> {
    do {
      await checkService(http, service, source).finally(alertOfChanges);
    } while (await readDuePage(http, service, source));
  }

  /** Checks everything due, alerts, and sets the alarm; resolves once that is done. */
  function run(): Promise<void> {
    askedAgain = true;
    running ??= runUntilDone();
    return running;
  }

  return {
    run,
    /** Starts a run, and resolves once the alarm would resume it after the worker is killed. */
    async start(): Promise<void> {
      await setAlarmForDueWork(http, readOnce());
      void run();
    },
  };
}

/**
 * Checks only read history and outbox after a change. Read them once here, so that damage is
 * noticed at once.
 */
async function quarantineDamaged(http: Http): Promise<void> {
  await transaction(http.now(), (tx) => tx.get([historyItem, outboxItem]));
}
