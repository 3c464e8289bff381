import { fleetOf } from '../browser/browser.ts';
import type { Start, Toolbar } from '../browser/toolbar.ts';
import { type FigureName, type Measured, ratio } from '../figures.ts';
import type { Peer } from '../options.ts';
import { type Plan, takeTurns } from '../statistics.ts';
import { startPopups } from './popups.ts';

interface Clicked {
  start: Start;
  /** Ours over the bare popup, ours over its own first sight, and that over the bare popup. */
  figures: {
    overBare: FigureName;
    overStatic: FigureName;
    static?: FigureName;
    /** Ours over the popup of another extension. */
    overPeer?: FigureName;
  };
}

const clicks: readonly { accounts: number; starts: readonly Clicked[] }[] = [
  {
    accounts: 25,
    starts: [
      {
        start: 'warm',
        figures: {
          overBare: 'click.warm.25.ratio',
          overStatic: 'click.warm.25.overStatic',
          static: 'static.warm.25.ratio',
        },
      },
    ],
  },
  {
    accounts: 10_000,
    starts: [
      {
        start: 'warm',
        figures: {
          overBare: 'click.warm.10000.ratio',
          overStatic: 'click.warm.10000.overStatic',
          overPeer: 'click.warm.10000.overPeer',
        },
      },
      {
        start: 'cold',
        figures: {
          overBare: 'click.cold.10000.ratio',
          overStatic: 'click.cold.10000.overStatic',
          overPeer: 'click.cold.10000.overPeer',
        },
      },
    ],
  },
];

/** How long people wait for the first account after they clicked the icon. */
export async function measureClick(plan: Plan, peer?: Peer): Promise<Measured[]> {
  const popups = await startPopups(peer);
  const measured: Measured[] = [];
  try {
    for (const { accounts, starts } of clicks) {
      const { ours, staticPage } = await popups.ours(fleetOf(accounts));
      for (const { start, figures } of starts) {
        const our = clicking(ours, start);
        const still = clicking(staticPage, start);
        const bare = clicking(popups.bare, start);
        const taken = await takeTurns(
          { ours: our.measure, still: still.measure, bare: bare.measure },
          plan,
        );
        const noteOn = (floor: Clicking) =>
          `processes when clicked: ${our.processes()} against ${floor.processes()}`;
        measured.push(
          ratio(figures.overBare, { ours: taken.ours, floor: taken.bare }, noteOn(bare)),
          ratio(figures.overStatic, { ours: taken.ours, floor: taken.still }, noteOn(still)),
        );
        if (figures.static) {
          measured.push(ratio(figures.static, { ours: taken.still, floor: taken.bare }));
        }
        if (figures.overPeer && popups.peer) {
          const floor = clicking(popups.peer, start).measure;
          const pairs = await takeTurns({ ours: our.measure, floor }, plan);
          measured.push(ratio(figures.overPeer, pairs));
        }
      }
    }
  } finally {
    await popups.close();
  }
  return measured;
}

interface Clicking {
  /** @returns ms until the first account was on screen */
  measure(): Promise<number>;
  /** How many processes of the extension ran when its icon was clicked. */
  processes(): string;
}

function clicking(toolbar: Toolbar, start: Start): Clicking {
  const seen = new Set<number>();
  return {
    async measure() {
      const { first, processes } = await toolbar.click(start);
      seen.add(processes);
      return first;
    },
    processes: () => [...seen].join(' or '),
  };
}
