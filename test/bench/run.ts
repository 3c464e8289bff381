import { writeFile } from 'node:fs/promises';
import { say } from '../demo/stage.ts';
import { budgets, figuresOf, holds, lineOf, type Measured } from './figures.ts';
import { machineNow, textOf } from './machine.ts';
import { measureCheck } from './measures/check.ts';
import { measureClick } from './measures/click.ts';
import { measureFirefox } from './measures/firefox.ts';
import { measureGrowth, seriesOf, tableOf } from './measures/growth.ts';
import { measureMemory } from './measures/memory.ts';
import { measurePopup } from './measures/popup.ts';
import { measureRound } from './measures/round.ts';
import { measureSizes } from './measures/size.ts';
import { measureWake } from './measures/wake.ts';
import { optionsOf, type Peer } from './options.ts';
import { plot } from './plot.ts';
import type { Plan } from './statistics.ts';

/*
 * What it costs: bytes, processor and waiting, each against the least that it could cost on the
 * same machine in the same run. It is no test: a time that misses its budget fails nothing.
 */

interface Part {
  plan: Plan;
  measure(plan: Plan, peer?: Peer): Promise<Measured[]>;
}

/** With three runs, 45 samples of each wait. A round is 200 checks, and memory hardly varies. */
const parts = {
  size: { plan: { samples: 1, warmUps: 0 }, measure: async () => measureSizes() },
  check: { plan: { samples: 15, warmUps: 5 }, measure: measureCheck },
  popup: { plan: { samples: 15, warmUps: 3 }, measure: measurePopup },
  click: { plan: { samples: 15, warmUps: 2 }, measure: measureClick },
  wake: { plan: { samples: 15, warmUps: 2 }, measure: measureWake },
  round: { plan: { samples: 5, warmUps: 1 }, measure: measureRound },
  firefox: { plan: { samples: 15, warmUps: 2 }, measure: measureFirefox },
  memory: { plan: { samples: 3, warmUps: 1 }, measure: measureMemory },
} satisfies Record<string, Part>;

const names = Object.keys(parts) as (keyof typeof parts)[];
const options = optionsOf(names);
const fewer = ({ samples }: Plan) => ({ samples: samples > 5 ? 2 : 1, warmUps: 0 });
const planned = (plan: Plan) => (options.quick ? fewer(plan) : plan);
const machine = machineNow();
const measured: Measured[] = [];

for (let run = 1; run <= options.runs; run += 1) {
  if (options.runs > 1) say(`Run ${run} of ${options.runs}`);
  for (const name of options.parts) {
    const { plan, measure } = parts[name];
    const found = await measure(planned(plan), options.peer);
    measured.push(...found);
    for (const figure of figuresOf(found)) say(lineOf(figure));
  }
}

const figures = figuresOf(measured);
if (options.runs > 1) {
  say('\nAll runs');
  for (const figure of figures) say(lineOf(figure));
}
say(`\n${textOf(machine)}`);
const missed = figures.filter((figure) => !holds(figure));
say(`${figures.length - missed.length} of ${figures.length} budgets hold.`);
if (missed.length > 0) say(`Missed: ${missed.map(({ name }) => name).join(', ')}.`);

const growth = options.growth ? await measureGrowth(planned({ samples: 15, warmUps: 3 })) : [];
if (options.growth) {
  say(`\n${tableOf(growth)}`);
  const title = 'How popup and check grow with the accounts';
  await writeFile(options.growth, plot(title, seriesOf(growth)));
}

if (options.json) {
  const named = Object.fromEntries(figures.map(({ name, ...figure }) => [name, figure]));
  await writeFile(
    options.json,
    `${JSON.stringify({ machine, budgets, figures: named, growth }, null, 2)}\n`,
  );
}
