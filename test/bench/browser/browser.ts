import { keys, playFleet } from '../../apis/scenario.ts';
import { type Apis, startApis } from '../../apis/start.ts';
import { type Extension, reachExtension } from '../../browsers/extension.ts';
import { launch } from '../../browsers/launch.ts';
import type { Launched } from '../../browsers/launched.ts';
import { addConnection, waitForText } from '../../browsers/page.ts';
import { until } from '../../browsers/until.ts';
import { untilIdle } from './processes.ts';

export type Worker = Awaited<ReturnType<typeof workerOf>>;

/** An idle browser with the extension, whose background runs as long as `worker` is held. */
export interface Stage {
  apis: Apis;
  launched: Launched;
  extension: Extension;
  worker: Worker;
  close(): Promise<void>;
}

export async function startStage(): Promise<Stage> {
  const apis = await startApis();
  const launched = await launch('chrome', { proxyPort: apis.proxyPort });
  const extension = await reachExtension(launched);
  const worker = await workerOf(launched);
  return {
    apis,
    launched,
    extension,
    worker,
    async close() {
      await launched.close();
      await apis.close();
    },
  };
}

/** A browser with an extension that does next to nothing: what every popup costs at least. */
export async function startBare(proxyPort: number): Promise<Pick<Stage, 'launched' | 'worker'>> {
  const launched = await startFolder(proxyPort, 'test/bench/bare');
  return { launched, worker: await workerOf(launched) };
}

/** A browser with another extension, which opens no page by itself. */
export function startFolder(proxyPort: number, folder: string): Promise<Launched> {
  return launch('chrome', { proxyPort, folder, isRestart: true });
}

/** The browser doesn't stop a worker with a debugger attached. */
async function workerOf({ browser, origin }: Launched) {
  const target = await browser.waitForTarget(
    (other) => other.type() === 'service_worker' && other.url().startsWith(origin),
  );
  const worker = await target.worker();
  if (!worker) throw new Error('The background cannot be reached');
  return worker;
}

export interface Fleet {
  profiles: number;
  accountsEach: number;
}

/** So many accounts in profiles of 200 at most. */
export function fleetOf(accounts: number): Fleet {
  const profiles = Math.ceil(accounts / 200);
  return { profiles, accountsEach: accounts / profiles };
}

/**
 * Monitors these accounts instead of all earlier ones. One in fifty is in trouble.
 * Checked seldom, so that the background has nothing to do while a page is measured.
 */
export async function watchFleet(
  { apis, launched, extension }: Pick<Stage, 'apis' | 'launched' | 'extension'>,
  fleet: Fleet,
): Promise<void> {
  const { state } = apis.synposter;
  state.profiles = [];
  state.accounts = [];
  playFleet(apis, fleet);
  state.accounts.forEach((account, i) => {
    if (i % 50 === 0) account.status = 'expired';
  });
  await extension.store({ settings: { version: 1, value: seldom } });
  const options = await launched.open('options.html');
  await addConnection(options, { service: 'Synposter', key: keys.synposter });
  await waitForText(options, /Connected\. Found .+ in \d+ profiles?/);
  await until(() => extension.hasCheckedAll());
  await options.close();
  // The background continues for a while: it makes the popup's snapshot last.
  if (launched.name === 'chrome') await untilIdle(launched.browser);
}

const seldom = {
  checkEveryMinutes: 360,
  notify: { trouble: true, warning: true, recovery: true, refused: true },
  loadPictures: true,
  watchPosts: false,
};
