import { writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { say } from '../demo/stage.ts';
import { startStage } from './browser.ts';
import { measureCheck } from './check.ts';
import { budgets, type Figure, holds, lineOf } from './figures.ts';
import { measurePopup } from './popup.ts';
import { measureRound } from './round.ts';
import { measureSizes } from './size.ts';

/*
 * What it costs: bytes, processor and waiting, each against the least that it could cost on the
 * same machine in the same run. It is no test: a time that misses its budget fails nothing.
 */

const { values } = parseArgs({
  options: { json: { type: 'string' }, quick: { type: 'boolean', default: false } },
});
const samples = values.quick
  ? { check: 3, popup: 3, round: 1 }
  : { check: 15, popup: 12, round: 5 };
const figures: Figure[] = [];
/** Of the last minute: more than one for each core, and others took part in what is measured. */
const [loadAtStart = 0] = loadavg();

function report(measured: readonly Figure[]): void {
  figures.push(...measured);
  for (const figure of measured) say(lineOf(figure));
}

report(measureSizes());
report([await measureCheck(samples.check)]);
const stage = await startStage();
const browser = await stage.launched.browser.version();
try {
  report(await measurePopup(stage, samples.popup));
  report(await measureRound(stage, samples.round));
} finally {
  await stage.close();
}

say(
  `\n${browser}, Node ${process.version}, load ${loadAtStart.toFixed(1)} on ${cpus().length} cores`,
);
const missed = figures.filter((figure) => !holds(figure));
say(`${figures.length - missed.length} of ${figures.length} budgets hold.`);
if (missed.length > 0) say(`Missed: ${missed.map(({ name }) => name).join(', ')}.`);

if (values.json) {
  const [processor] = cpus();
  const machine = {
    processor: processor?.model,
    cores: cpus().length,
    loadAtStart,
    node: process.version,
    browser,
  };
  const named = Object.fromEntries(figures.map(({ name, ...figure }) => [name, figure]));
  await writeFile(
    values.json,
    `${JSON.stringify({ machine, budgets, figures: named }, null, 2)}\n`,
  );
}
