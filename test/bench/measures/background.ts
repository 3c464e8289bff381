import type { Page } from 'puppeteer-core';
import type { Launched } from '../../browsers/launched.ts';
import { until } from '../../browsers/until.ts';
import { extensionProcesses, untilIdle } from '../browser/processes.ts';

/** An extension's worker, which is started and stopped without being attached to. */
export interface Background {
  isRunning(): boolean;
  /** Starts it, and does not wait for anything that it does. */
  wake(): Promise<void>;
  /** Starts it, and waits until it has nothing more to do. */
  warm(): Promise<void>;
  /** Kills it, and waits until the extension has no process left. Pages have to be closed. */
  stop(): Promise<void>;
}

/** @param page any page of that browser, which is not the extension's */
export async function controlBackground(
  { browser, origin }: Launched,
  page: Page,
): Promise<Background> {
  const session = await page.createCDPSession();
  const running = new Set<string>();
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { versionId, runningStatus } of versions) {
      if (runningStatus === 'running') running.add(versionId);
      else running.delete(versionId);
    }
  });
  await session.send('ServiceWorker.enable');
  const isRunning = () => running.size > 0;
  const wake = () => session.send('ServiceWorker.startWorker', { scopeURL: origin });
  return {
    isRunning,
    wake,
    async warm() {
      await wake();
      await until(isRunning);
      await untilIdle(browser);
    },
    async stop() {
      await session.send('ServiceWorker.stopAllWorkers');
      await until(async () => !isRunning() && (await extensionProcesses(browser)) === 0);
      await untilIdle(browser);
    },
  };
}
