import { startApis } from '../../apis/start.ts';
import { reachExtension } from '../../browsers/extension.ts';
import type { Launched } from '../../browsers/launched.ts';
import { type Fleet, watchFleet } from '../browser/browser.ts';
import { launchPinned } from '../browser/pinned.ts';
import { probedBare, probedBuild, probedPeer, probedStatic } from '../browser/probed.ts';
import { saveFirstSight } from '../browser/static-page.ts';
import { type Toolbar, toolbarOf } from '../browser/toolbar.ts';
import type { Peer } from '../options.ts';

/** Our popup and its floors, each in an idle browser of its own, so that none wakes another. */
export interface Popups {
  bare: Toolbar;
  /** Another extension's, where one was named. */
  peer: Toolbar | undefined;
  /** Ours with these accounts stored, and its first sight as a page without any script. */
  ours(fleet: Fleet): Promise<{ ours: Toolbar; staticPage: Toolbar }>;
  close(): Promise<void>;
}

export async function startPopups(peer?: Peer): Promise<Popups> {
  const apis = await startApis();
  const { proxyPort } = apis;
  const launched: Launched[] = [];
  const close = async () => {
    for (const one of launched) await one.close();
    await apis.close();
  };
  try {
    const our = await launchPinned({ proxyPort, folder: probedBuild() });
    launched.push(our);
    const bare = await launchPinned({ proxyPort, folder: probedBare(), isRestart: true });
    launched.push(bare);
    const other =
      peer && (await launchPinned({ proxyPort, folder: probedPeer(peer), isRestart: true }));
    if (other) launched.push(other);
    return {
      bare: await toolbarOf(bare),
      peer: other && (await toolbarOf(other)),
      async ours(fleet) {
        const extension = await reachExtension(our);
        await watchFleet({ apis, launched: our, extension }, fleet);
        const folder = probedStatic(await saveFirstSight(our));
        const still = await launchPinned({ proxyPort, folder, isRestart: true });
        launched.push(still);
        return { ours: await toolbarOf(our), staticPage: await toolbarOf(still) };
      },
      close,
    };
  } catch (cause) {
    await close();
    throw cause;
  }
}
