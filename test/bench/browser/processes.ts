import { execFileSync } from 'node:child_process';
import type { Browser } from 'puppeteer-core';
import { until } from '../../browsers/until.ts';

/** How many processes of extensions run in this browser. */
export async function extensionProcesses(browser: Browser): Promise<number> {
  const pids = (await processesOf(browser)).map(({ id }) => id);
  const lines = execFileSync('ps', ['-ww', '-o', 'args=', '-p', pids.join(',')], {
    encoding: 'utf8',
  });
  return lines.split('\n').filter((line) => line.includes('--extension-process')).length;
}

/** Waits until the browser has done next to nothing for a while, on however busy a machine. */
export async function untilIdle(browser: Browser): Promise<void> {
  let before: number | undefined;
  await until(
    async () => {
      const processes = await processesOf(browser);
      const now = processes.reduce((seconds, { cpuTime }) => seconds + cpuTime, 0);
      // Of a process that ended, its time is missing.
      const used = before === undefined ? Number.POSITIVE_INFINITY : Math.abs(now - before);
      before = now;
      return used < 0.02;
    },
    { everyMs: 300 },
  );
}

async function processesOf(browser: Browser) {
  const session = await browser.target().createCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo;
}
