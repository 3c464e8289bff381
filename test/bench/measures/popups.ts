import { startApis } from '../../apis/start.ts';
import { reachExtension } from '../../browsers/extension.ts';
import type { Launched } from '../../browsers/launched.ts';
import { type Fleet, watchFleet } from '../browser/browser.ts';
import { launchPinned } from '../browser/pinned.ts';
import { probedBare, probedBuild } from '../browser/probed.ts';
import { type Toolbar, toolbarOf } from '../browser/toolbar.ts';

/** Our popup and the bare one, each in an idle browser of its own, so that neither wakes the other. */
export interface Popups {
  bare: Toolbar;
  /** Has these accounts stored. */
  ours(fleet: Fleet): Promise<Toolbar>;
  close(): Promise<void>;
}

export async function startPopups(): Promise<Popups> {
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
    return {
      bare: await toolbarOf(bare),
      async ours(fleet) {
        const extension = await reachExtension(our);
        await watchFleet({ apis, launched: our, extension }, fleet);
        return toolbarOf(our);
      },
      close,
    };
  } catch (cause) {
    await close();
    throw cause;
  }
}
