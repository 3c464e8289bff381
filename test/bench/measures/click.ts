import { fleetOf } from '../browser/browser.ts';
import type { Start, Toolbar } from '../browser/toolbar.ts';
import { type FigureName, type Measured, ratio } from '../figures.ts';
import { type Pairs, type Plan, takeTurns } from '../statistics.ts';
import { startPopups } from './popups.ts';

const clicks: readonly { accounts: number; starts: readonly [Start, FigureName][] }[] = [
  { accounts: 25, starts: [['warm', 'click.warm.25.ratio']] },
  {
    accounts: 10_000,
    starts: [
      ['warm', 'click.warm.10000.ratio'],
      ['cold', 'click.cold.10000.ratio'],
    ],
  },
];

/** How long people wait for the first account after they clicked the icon. */
export async function measureClick(plan: Plan): Promise<Measured[]> {
  const popups = await startPopups();
  const measured: Measured[] = [];
  try {
    for (const { accounts, starts } of clicks) {
      const ours = await popups.ours(fleetOf(accounts));
      for (const [start, name] of starts) {
        const { pairs, note } = await clickInTurns(ours, popups.bare, start, plan);
        measured.push(ratio(name, pairs, note));
      }
    }
  } finally {
    await popups.close();
  }
  return measured;
}

async function clickInTurns(
  ours: Toolbar,
  bare: Toolbar,
  start: Start,
  plan: Plan,
): Promise<{ pairs: Pairs; note: string }> {
  const processes = { ours: new Set<number>(), floor: new Set<number>() };
  const firstOf = (toolbar: Toolbar, seen: Set<number>) => async () => {
    const clicked = await toolbar.click(start);
    seen.add(clicked.processes);
    return clicked.first;
  };
  const pairs = await takeTurns(
    firstOf(ours, processes.ours),
    firstOf(bare, processes.floor),
    plan,
  );
  const [our, its] = [processes.ours, processes.floor].map((seen) => [...seen].join(' or '));
  return { pairs, note: `processes when clicked: ${our} against ${its}` };
}
