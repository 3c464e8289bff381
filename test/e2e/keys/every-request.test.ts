import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '../../apis/scenario.ts';
import type { Recorded } from '../../apis/start.ts';
import { addConnection, click, find, findField, waitForText } from '../../browsers/page.ts';
import { until } from '../../browsers/until.ts';
import { type Session, startSession } from '../session.ts';

const pictureHosts = ['more-pictures.example', 'pictures.example'];
const authorizeHost = 'authorize.example';
const newKey = 'smm_z9y8x7w6v5u4t3s2';
const pages = { api: /^api\./, pictures: /pictures\.example$/ };

describe('every request of a session', () => {
  let session: Session;
  let popup: Page;
  let picturesOffAt: number;
  const requests = (host: RegExp, from = 0) =>
    session.apis.requests.slice(from).filter((request) => host.test(request.host));
  const showsPictures = (from: number) =>
    until(() => requests(pages.pictures, from).length > pictureHosts.length);

  beforeAll(async () => {
    session = await startSession({ pictureHosts: [...pictureHosts, authorizeHost] });
    const { schedPilot, synposter } = session.apis;
    schedPilot.state.keys.add(newKey);
    for (const [i, account] of schedPilot.state.accounts.entries()) {
      account.picture = `https://${pictureHosts[i % 2]}/${account.id}.gif`;
    }
    synposter.state.authUrl = `https://${authorizeHost}/oauth`;
  });
  afterAll(() => session.close());

  it('is made when keys are entered and accounts are viewed', async () => {
    const options = await session.open('options.html');
    await addConnection(options, { service: 'SchedPilot', key: keys.schedpilot });
    await waitForText(options, 'Connected. Found 8 accounts.');
    await addConnection(options, { service: 'Synposter', key: keys.synposter });
    await waitForText(options, 'in 2 profiles');
    await options.close();
    popup = await session.open('popup.html');
    await waitForText(popup, '2 accounts need attention');
    await showsPictures(0);
    await click(popup, 'button', 'Check now');
    await waitForText(popup, 'Checked just now');
  });

  it.each([
    ['SchedPilot', 'https://api.synposter.com/v1/profiles'],
    ['Synposter', 'https://api.schedpilot.com/developers/v1/accounts'],
    ['SchedPilot', 'https://elsewhere.example/'],
    ['Synposter', 'https://elsewhere.example/'],
  ])('is made when %s redirects to %s', async (name, to) => {
    const { apis, extension } = session;
    const service = name === 'SchedPilot' ? 'schedpilot' : 'synposter';
    await until(extension.hasCheckedAll);
    apis.play(service, { kind: 'redirect', to });
    await extension.passTime(61);
    await waitForText(popup, `The request to ${name} was redirected.`);
    await until(extension.hasCheckedAll);
    apis.heal();
    await extension.passTime(61);
    await until(() => popup.evaluate(() => !document.querySelector('[role=alert]')));
  });

  it('is made when an account is reconnected', async () => {
    await click(popup, 'button', 'Reconnect @northwind');
    await waitForText(popup, `Open ${authorizeHost}?`);
    expect(requests(/^authorize/)).toEqual([]);
    await click(popup, 'button', `Open ${authorizeHost}`);
    await waitForText(popup, 'Finish reconnecting in the tab that just opened.');
    await until(() => requests(/^authorize/).length > 0);
    await popup.close();
  });

  it('is made with another key once it is entered', async () => {
    const options = await session.open('options.html');
    await click(options, 'button', 'Edit');
    await find(options, 'button', 'Cancel');
    await (await findField(options, 'API key')).type(newKey);
    await click(options, 'button', 'Test and save');
    await waitForText(options, 'Connected. Found 8 accounts.');
    await options.close();
  });

  it('is made from the options page until pictures are turned off', async () => {
    const before = session.apis.requests.length;
    const options = await session.open('options.html#accounts');
    await showsPictures(before);
    await click(options, 'link', 'Alerts');
    await click(options, 'switch', 'Load account pictures from the platforms');
    await until(async () =>
      /"loadPictures":false/.test(JSON.stringify(await session.extension.stored())),
    );
    picturesOffAt = session.apis.requests.length;
    await click(options, 'link', 'Accounts');
    await waitForText(options, 'accounts');
    await options.close();
    popup = await session.open('popup.html');
    await click(popup, 'button', 'Check now');
    await waitForText(popup, 'Checked just now');
  });

  it('went to services, pictures and what the user opened', () => {
    expect([...new Set(requests(/./).map(({ host }) => host))].toSorted()).toEqual([
      'api.schedpilot.com',
      'api.synposter.com',
      authorizeHost,
      ...pictureHosts,
    ]);
    expect(requests(pages.pictures, picturesOffAt)).toEqual([]);
  });

  it('asked each service only for its own data', () => {
    const asked = requests(pages.api).map(
      ({ host, method, path }) => `${method} ${host}${path.replace(/(Id)=.*/, '$1')}`,
    );
    expect([...new Set(asked)].toSorted()).toEqual([
      'GET api.schedpilot.com/developers/v1/accounts',
      'GET api.synposter.com/v1/accounts?profileId',
      'GET api.synposter.com/v1/profiles?limit=100&offset=0',
      'POST api.synposter.com/v1/connect/twitter?profileId',
    ]);
  });

  it('carried a key only to its own service', () => {
    const sent = (request: Recorded) =>
      [newKey, ...Object.values(keys)].filter((key) => JSON.stringify(request).includes(key));
    for (const request of requests(/./)) {
      const { host, headers } = request;
      if (!pages.api.test(host)) expect(sent(request)).toEqual([]);
      else expect(sent(request)).toEqual([headers['x-api-key']]);
      expect(sent(request).includes(keys.synposter)).toBe(host === 'api.synposter.com');
    }
    expect(requests(pages.api).filter((request) => sent(request)[0] === newKey)).not.toEqual([]);
  });

  it('revealed neither its origin nor the user', () => {
    const own = session.launched.origin.replace(/\/$/, '');
    for (const { host, headers } of requests(/./)) {
      expect([undefined, own, 'null']).toContain(headers.origin);
      if (host === authorizeHost) continue;
      expect(headers.referer).toBeUndefined();
      // Firefox gives an extension no way to ask for a picture without its host's cookies.
      if (session.name === 'firefox' && pages.pictures.test(host)) continue;
      expect(headers.cookie).toBeUndefined();
    }
  });
});
