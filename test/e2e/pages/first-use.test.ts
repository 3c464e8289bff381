import { describe, expect, it } from 'vitest';
import { keys } from '../../apis/scenario.ts';
import { click, find, findField, paste, waitForText } from '../../browsers/page.ts';
import { until } from '../../browsers/until.ts';
import { startSession } from '../session.ts';

/** From the installation to the first accounts. */
describe('the first use', () => {
  it.each([
    ['SchedPilot', keys.schedpilot, 'Connected. Found 8 accounts.'],
    ['Synposter', keys.synposter, 'Connected. Found 6 accounts in 2 profiles.'],
  ])(
    'takes three clicks and one paste for %s, on a page that opens by itself',
    async (service, key, found) => {
      const session = await startSession();
      const { launched } = session;
      await until(async () =>
        (await launched.tabs()).some((url) => url.startsWith(`${launched.origin}options.html`)),
      );
      const options = await session.open('options.html');
      await find(options, 'region', 'Two steps to start');

      const began = performance.now();
      await click(options, 'radio', service);
      await (await findField(options, 'API key')).click();
      await paste(options, 'API key', key);
      await click(options, 'button', 'Test and save');
      await waitForText(options, found);
      const tookMs = Math.round(performance.now() - began);
      process.stdout.write(`${session.name}, ${service}: first accounts after ${tookMs} ms\n`);

      const popup = await session.open('popup.html');
      await find(popup, 'region', 'Connected');
      expect(await session.extension.badge()).not.toBe('!');
      await session.close();
    },
  );
});
