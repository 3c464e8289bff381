import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '../../apis/scenario.ts';
import { type Extension, reachExtension } from '../../browsers/extension.ts';
import { click, fillConnection, waitForText } from '../../browsers/page.ts';
import { until } from '../../browsers/until.ts';
import { type Session, startSession } from '../session.ts';

describe('a key kept until the browser closes', () => {
  let session: Session;
  let extension: Extension;
  let asked: number;

  beforeAll(async () => {
    session = await startSession();
    const options = await session.open('options.html');
    await fillConnection(options, { service: 'SchedPilot', key: keys.schedpilot, label: 'Agency' });
    await click(options, 'switch', 'Forget the key when the browser closes');
    await click(options, 'button', 'Test and save');
    await waitForText(options, 'Connected. Found 8 accounts.');
    await until(session.extension.hasCheckedAll);
    asked = session.apis.requests.length;

    // As if the running version were the next one.
    await session.extension.put({ version: { version: 1, value: '0.9.0' } });
    await session.launched.update();
    extension = await reachExtension(session.launched);
  });
  afterAll(() => session.close());

  it('is requested at once when an update of the extension lost it', async () => {
    await until(async () => (await extension.badge()) === '!');
    await until(extension.hasToldAll);
    const popup = await session.open('popup.html');
    await waitForText(popup, 'It was only kept in memory, and Still Connected was updated.');
    await waitForText(popup, '8 accounts not checked');
    await popup.close();
    expect(session.apis.requests).toHaveLength(asked);
    expect(JSON.stringify(await extension.stored())).not.toContain(keys.schedpilot);
  });

  it('is reported in one notification', async () => {
    await extension.passTime(16);
    await until(extension.hasToldAll);
    const told = (await extension.notifications()).filter((id) => id.endsWith('>key-lost'));
    // Without a desktop, Firefox closes a notification, maybe before this page counts it.
    const isCounted = session.name === 'chrome' || told.length > 0;
    expect(told).toHaveLength(isCounted ? 1 : 0);
  });
});
