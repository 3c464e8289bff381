import { keys } from '../../apis/scenario.ts';
import { until } from '../../browsers/until.ts';
import {
  fleetOf,
  type Stage,
  startBare,
  startStage,
  type Worker,
  watchFleet,
} from '../browser/browser.ts';
import { untilIdle } from '../browser/processes.ts';
import type { Measured } from '../figures.ts';
import { type Plan, takeTurns } from '../statistics.ts';

const accounts = 10_000;

/** What the background holds after a round, against the answers of that round as they are. */
export async function measureMemory(plan: Plan): Promise<Measured[]> {
  const stage = await startStage();
  try {
    await watchFleet(stage, fleetOf(accounts));
    const bare = await startBare(stage.apis.proxyPort);
    try {
      const answers = answersOf(stage);
      const pairs = await takeTurns(
        {
          ours: () => heldAfterRound(stage),
          floor: () => growthByHolding(answers, bare.worker),
        },
        plan,
      );
      return [{ name: 'memory.10000.ratio', unit: 'kB', pairs }];
    } finally {
      await bare.launched.close();
    }
  } finally {
    await stage.close();
  }
}

async function heldAfterRound({ extension, launched, worker }: Stage): Promise<number> {
  await extension.passTime(361);
  await until(() => extension.hasCheckedAll());
  await untilIdle(launched.browser);
  return heapOf(worker);
}

async function growthByHolding(answers: string[], worker: Worker): Promise<number> {
  await worker.evaluate(() => void Object.assign(globalThis, { held: undefined }));
  const before = await heapOf(worker);
  await worker.evaluate((texts) => {
    Object.assign(globalThis, { held: texts.map((text) => JSON.parse(text)) });
  }, answers);
  return (await heapOf(worker)) - before;
}

/** kB of JavaScript objects that a worker cannot do without */
async function heapOf(worker: Worker): Promise<number> {
  const isWorker = await worker.evaluate(() => 'ServiceWorkerGlobalScope' in globalThis);
  if (!isWorker) throw new Error('This is the heap of something else');
  await worker.client.send('HeapProfiler.collectGarbage');
  const { usedSize } = await worker.client.send('Runtime.getHeapUsage');
  return usedSize / 1_000;
}

/** The bodies of a whole round. */
function answersOf({ apis }: Stage): string[] {
  const { state, handle } = apis.synposter;
  const answers = state.profiles.map(({ id }) => {
    const url = new URL(`https://api.synposter.com/v1/accounts?profileId=${id}`);
    const headers = { 'x-api-key': keys.synposter };
    return JSON.stringify(handle({ method: 'GET', url, headers, body: '' }).json);
  });
  if (answers.length === 0) throw new Error('There are no answers');
  return answers;
}
