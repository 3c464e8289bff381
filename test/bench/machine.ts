import { execFileSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { findBrowser } from '../browsers/find.ts';

/** What figures depend on. */
export function machineNow() {
  const [processor] = cpus();
  const [load = 0] = loadavg();
  return {
    processor: processor?.model,
    cores: cpus().length,
    /** Of the last minute: more than one for each core, and others took part in the figures. */
    loadAtStart: load,
    node: process.version,
    browser: execFileSync(findBrowser('chrome'), ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim(),
  };
}

export function textOf({ browser, node, loadAtStart, cores }: ReturnType<typeof machineNow>) {
  return `${browser}, Node ${node}, load ${loadAtStart.toFixed(1)} at the start on ${cores} cores`;
}
