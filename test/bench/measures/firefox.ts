import { startApis } from '../../apis/start.ts';
import { reachExtension } from '../../browsers/extension.ts';
import { launch } from '../../browsers/launch.ts';
import type { Launched } from '../../browsers/launched.ts';
import { fleetOf, watchFleet } from '../browser/browser.ts';
import { probedBare, probedBuild } from '../browser/probed.ts';
import { type FigureName, type Measured, ratio } from '../figures.ts';
import { type Plan, takeTurns } from '../statistics.ts';
import { roundsInTurns } from './round.ts';

declare const probed: Promise<[first: number, all: number]>;

const fleets: readonly { accounts: number; figure: FigureName }[] = [
  { accounts: 25, figure: 'firefox.popup.25.ratio' },
  { accounts: 10_000, figure: 'firefox.popup.10000.ratio' },
];

/**
 * The popup in a tab, and a round, in Firefox. Its driver opens no true popup, starts no background
 * and knows no processes.
 */
export async function measureFirefox(plan: Plan): Promise<Measured[]> {
  const apis = await startApis();
  const { proxyPort } = apis;
  const browsers: Launched[] = [];
  try {
    const our = await launch('firefox', { proxyPort, folder: probedBuild('firefox') });
    browsers.push(our);
    const bare = await launch('firefox', { proxyPort, folder: probedBare(), isRestart: true });
    browsers.push(bare);
    const stage = { apis, launched: our, extension: await reachExtension(our) };
    const measured: Measured[] = [];
    for (const { accounts, figure } of fleets) {
      await watchFleet(stage, fleetOf(accounts));
      const pairs = await takeTurns(
        { ours: () => shownAfter(our, 'popup.html'), floor: () => shownAfter(bare, 'page.html') },
        plan,
      );
      measured.push(ratio(figure, pairs));
    }
    const rounds = { ...plan, samples: Math.ceil(plan.samples / 3) };
    measured.push(ratio('firefox.round.200.ratio', await roundsInTurns(stage, rounds)));
    return measured;
  } finally {
    for (const browser of browsers) await browser.close();
    await apis.close();
  }
}

/** ms from the start of the navigation until the first account, or text, was painted */
async function shownAfter(launched: Launched, path: string): Promise<number> {
  const page = await launched.open(path);
  const [first] = await page.evaluate(() => probed);
  await page.close();
  return first;
}
