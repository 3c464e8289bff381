import type { browser as extensionApis } from 'wxt/browser';
import { keys } from '../../apis/scenario.ts';
import { type Stage, startStage, type Worker, watchFleet } from '../browser/browser.ts';
import { count, type Measured, ratio } from '../figures.ts';
import { type Pairs, type Plan, takeTurns } from '../statistics.ts';

declare const chrome: typeof extensionApis;
declare const roundMs: Promise<number>;
declare const written: { accounts: number; all: number };

const profiles = 200;
const latencyMs = 20;
const parallel = 4;

/**
 * A round of checks in which nothing has changed, against nothing but its requests, and what it
 * writes of accounts meanwhile.
 */
export async function measureRound(plan: Plan): Promise<Measured[]> {
  const stage = await startStage();
  try {
    return await roundsOn(stage, plan);
  } finally {
    await stage.close();
  }
}

async function roundsOn(stage: Stage, plan: Plan): Promise<Measured[]> {
  await stage.worker.evaluate(countWhatIsWritten);
  const pairs = await roundsInTurns(stage, plan);
  const bytes = await writtenBy(stage.worker);
  return [ratio('round.200.ratio', pairs), count('unchangedCheck.accountBytes', bytes)];
}

/** ms of a round, and of its requests alone */
export async function roundsInTurns(
  stage: Pick<Stage, 'apis' | 'extension' | 'launched'>,
  plan: Plan,
): Promise<Pairs> {
  const { apis, extension, launched } = stage;
  await watchFleet(stage, { profiles, accountsEach: 50 });
  apis.play('synposter', { kind: 'latency', ms: latencyMs });
  const page = await launched.open('icons/16.png');
  const urls = apis.synposter.state.profiles.map(
    ({ id }) => `https://api.synposter.com/v1/accounts?profileId=${id}`,
  );

  const round = async () => {
    await page.evaluate(watchRound, profiles);
    await extension.passTime(361);
    return page.evaluate(() => roundMs);
  };
  const bareRound = () => page.evaluate(fetchAll, urls, keys.synposter, parallel);
  return takeTurns({ ours: round, floor: bareRound }, plan);
}

/** Runs in the background, and so stands alone. */
function countWhatIsWritten(): void {
  const { local } = chrome.storage;
  const set = local.set.bind(local);
  const bytes = { accounts: 0, all: 0 };
  local.set = (items) => {
    for (const [key, value] of Object.entries(items)) {
      const { length } = JSON.stringify(value);
      bytes.all += length;
      if (key.startsWith('accounts/')) bytes.accounts += length;
    }
    return set(items);
  };
  Object.assign(globalThis, { written: bytes });
}

async function writtenBy(worker: Worker): Promise<number> {
  const { accounts, all } = await worker.evaluate(() => written);
  if (all === 0) throw new Error('What was written has not been seen');
  return accounts;
}

/**
 * From the start of the first check until the last one is stored. Told by the browser: to ask it
 * again and again would cost more than the round. Runs in a page, and so stands alone.
 */
function watchRound(targets: number): void {
  const armedAt = Date.now();
  const startedAt = new Map<string, number>();
  const done = new Promise<number>((resolve) => {
    const listener = (changes: Record<string, { newValue?: unknown }>) => {
      for (const [key, { newValue }] of Object.entries(changes)) {
        const last = /"last":\{"at":(\d+)/.exec(JSON.stringify(newValue ?? ''))?.[1];
        if (key.startsWith('target-state/') && Number(last) >= armedAt) {
          startedAt.set(key, Number(last));
        }
      }
      if (startedAt.size < targets) return;
      chrome.storage.local.onChanged.removeListener(listener);
      resolve(Date.now() - Math.min(...startedAt.values()));
    };
    chrome.storage.local.onChanged.addListener(listener);
  });
  Object.assign(globalThis, { roundMs: done });
}

/** Runs in a page of the extension, and so stands alone. */
async function fetchAll(urls: string[], key: string, workers: number): Promise<number> {
  const start = performance.now();
  const queue = urls.values();
  const work = async () => {
    for (const url of queue) {
      const response = await fetch(url, {
        headers: { 'x-api-key': key },
        cache: 'no-store',
        credentials: 'omit',
      });
      await response.arrayBuffer();
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  return performance.now() - start;
}
