import { parseArgs } from 'node:util';
import { createServer, type ExtensionRunner } from 'wxt';
import { scenarioNames, scenarios } from '../apis/scenario.ts';
import { startApis } from '../apis/start.ts';
import { browserNames } from '../browsers/find.ts';
import { launch } from '../browsers/launch.ts';
import type { Launched } from '../browsers/launched.ts';
import { click } from '../browsers/page.ts';
import { browserOptions, chosen, enterKeys, say } from './stage.ts';

/*
 * `npm run dev`: hot reload in a browser with a connection for each service, on the API double. It
 * ends when the browser is closed.
 */

const { values } = parseArgs({
  options: { ...browserOptions, scenario: { type: 'string', default: 'some-expired' } },
});
const browser = chosen('browser', values.browser, browserNames);
const { play, spoil } = scenarios[chosen('scenario', values.scenario, scenarioNames)];
const apis = await startApis();
play(apis);

let launched: Launched | undefined;

/** WXT's own one needs web-ext, and knows neither the proxy nor how keys are entered. */
const runner: ExtensionRunner = {
  canOpen: () => true,
  async openBrowser() {
    const { proxyPort } = apis;
    launched = await launch(browser, { proxyPort, headless: values.headless, development: true });
    launched.browser.once('disconnected', end);
    const options = await launched.open('options.html');
    await enterKeys(options);
    spoil?.(apis);
    const popup = await launched.open('popup.html');
    if (spoil) await click(popup, 'button', 'Check now');
    say(`Ready, with the popup in a tab: ${launched.origin}popup.html`);
  },
  async closeBrowser() {
    launched?.browser.off('disconnected', end);
    await launched?.close();
  },
};

const server = await createServer({
  browser,
  hooks: {
    'config:resolved': ({ config }) => {
      config.runner = runner;
    },
  },
});

async function end(): Promise<void> {
  await server.stop();
  await apis.close();
  process.exit();
}

await server.start();
