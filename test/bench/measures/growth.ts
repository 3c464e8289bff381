import { fleetOf } from '../browser/browser.ts';
import type { Series } from '../plot.ts';
import { type Plan, type Summary, summarize, takeTurns } from '../statistics.ts';
import { checkInTurns } from './check.ts';
import { startPopups } from './popups.ts';

/** What so many accounts cost, in ms. */
export interface Grown {
  accounts: number;
  /** From the click on the icon, with the background running, until the first account is painted. */
  first: Summary;
  /** The same, until all of them can be scrolled through and searched. */
  all: Summary;
  /** Until the bare popup is painted. */
  bare: Summary;
  /** Processor time of a check of all of them. */
  check: Summary;
  /** Processor time of `JSON.parse` of the same answers. */
  parse: Summary;
}

/** How popup and check grow with the accounts. */
export async function measureGrowth(plan: Plan): Promise<Grown[]> {
  const popups = await startPopups();
  const grown: Grown[] = [];
  try {
    for (const accounts of [10, 100, 1_000, 10_000]) {
      const fleet = fleetOf(accounts);
      const { ours } = await popups.ours(fleet);
      const all: number[] = [];
      const clicks = await takeTurns(
        {
          ours: async () => {
            const clicked = await ours.click('warm');
            all.push(clicked.all);
            return clicked.first;
          },
          floor: async () => (await popups.bare.click('warm')).first,
        },
        plan,
      );
      const checks = await checkInTurns(fleet, plan);
      grown.push({
        accounts,
        first: summarize(clicks.ours),
        all: summarize(all.slice(plan.warmUps)),
        bare: summarize(clicks.floor),
        check: summarize(checks.ours),
        parse: summarize(checks.floor),
      });
    }
  } finally {
    await popups.close();
  }
  return grown;
}

/** A table for docs/PERFORMANCE.md. */
export function tableOf(grown: readonly Grown[]): string {
  const rows = grown.map(({ accounts, ...times }) => [
    accounts.toLocaleString('en'),
    ...columns.map(({ of }) => textOf(times[of])),
  ]);
  const head = ['accounts', ...columns.map(({ name }) => `${name}, ms`)];
  return [head, head.map(() => '---:'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

export function seriesOf(grown: readonly Grown[]): Series[] {
  return columns.map(({ of, ...drawn }) => ({
    ...drawn,
    points: grown.map((times) => ({ accounts: times.accounts, ms: times[of].median })),
  }));
}

const columns = [
  { of: 'first', name: 'popup, first account', colour: 1 },
  { of: 'all', name: 'popup, all accounts', colour: 2 },
  { of: 'bare', name: 'bare popup', colour: 1, isFloor: true },
  { of: 'check', name: 'check', colour: 3 },
  { of: 'parse', name: 'JSON.parse', colour: 3, isFloor: true },
] as const;

function textOf({ median, min, max }: Summary): string {
  const [a, b, c] = [median, min, max].map((ms) => ms.toFixed(ms < 10 ? 2 : 0));
  return `${a} (${b}–${c})`;
}
