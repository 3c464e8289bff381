import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '../../apis/scenario.ts';
import { addConnection, click, find, findField, paste, waitForText } from '../../browsers/page.ts';
import { until } from '../../browsers/until.ts';
import { type Session, startSession } from '../session.ts';

const command = `curl 'https://api.schedpilot.com/developers/v1/accounts' \\
  -H 'Content-Type: application/json' \\
  -H "X-API-KEY: ${keys.schedpilot}"
`;

describe('an entered key', () => {
  let session: Session;
  let options: Page;
  beforeAll(async () => {
    session = await startSession();
    options = await session.open('options.html');
  });
  afterAll(() => session.close());

  const entered = async () => {
    const field = await findField(options, 'API key');
    return field.evaluate((element) => element instanceof HTMLInputElement && element.value);
  };
  const asked = () => session.apis.requests.filter(({ host }) => host === 'api.schedpilot.com');

  it('is extracted from a pasted command, and works', async () => {
    await click(options, 'radio', 'SchedPilot');
    await paste(options, 'API key', command);
    await waitForText(options, 'We took the key out of what you pasted.');
    expect(await entered()).toBe(keys.schedpilot);
    await click(options, 'button', 'Test and save');
    await waitForText(options, 'Connected. Found 8 accounts.');
    expect(asked().map(({ headers }) => headers['x-api-key'])).toEqual([keys.schedpilot]);
  });

  it('is not saved twice: the page names the connection that has it, and leads there', async () => {
    await until(session.extension.hasCheckedAll);
    const before = asked().length;
    await addConnection(options, {
      service: 'SchedPilot',
      key: `“${keys.schedpilot}”`,
      label: 'The same again',
    });
    await waitForText(options, 'This key is already used by “SchedPilot”.');
    expect(asked()).toHaveLength(before);
    const list = await find(options, 'list', 'Connections');
    expect(await list.$$eval(':scope > li', (items) => items.length)).toBe(1);

    await click(options, 'button', 'Edit SchedPilot');
    await find(options, 'form', 'Edit SchedPilot');
    expect(await entered()).toBe('');
  });
});
