import { inject } from 'vitest';
import { playAgency } from '../apis/scenario.ts';
import { type Apis, type ApisOptions, startApis } from '../apis/start.ts';
import { type Extension, reachExtension } from '../browsers/extension.ts';
import type { BrowserName } from '../browsers/find.ts';
import { launch } from '../browsers/launch.ts';
import type { Launched, LaunchOptions } from '../browsers/launched.ts';

declare module 'vitest' {
  interface ProvidedContext {
    browser: BrowserName;
  }
}

/** The API double with the agency's accounts, and a browser that can reach nothing else. */
export interface Session {
  name: BrowserName;
  apis: Apis;
  launched: Launched;
  extension: Extension;
  open: Launched['open'];
  close(): Promise<void>;
}

export async function startSession(
  options: Partial<LaunchOptions> & ApisOptions = {},
): Promise<Session> {
  const apis = await startApis(options);
  playAgency(apis);
  const name = inject('browser');
  const launched = await launch(name, { proxyPort: apis.proxyPort, ...options });
  return {
    name,
    apis,
    launched,
    extension: await reachExtension(launched),
    open: launched.open,
    async close() {
      await launched.close();
      await apis.close();
    },
  };
}
