import { describe, expect, it } from 'vitest';
import { schedPilotClient } from '@/utils/services/schedpilot/client';
import { keys, sample } from '../apis/scenario.ts';
import { createSchedPilot } from '../apis/schedpilot.ts';
import { listing, now } from '../builders';
import { answering, playedBy } from './world';

function play() {
  const double = createSchedPilot(() => now);
  double.state.keys.add(keys.schedPilot);
  const { http, asked } = playedBy(double.handle);
  const list = (key = keys.schedPilot) => schedPilotClient.listAccounts(http, key);
  return { ...double, asked, list };
}

function listFrom(body: unknown, init?: ResponseInit) {
  return schedPilotClient.listAccounts(answering(body, init), keys.schedPilot);
}

const topOfHour = Date.UTC(2026, 4, 4, 10);

describe('the request to SchedPilot', () => {
  it('goes to its one address, with the key in its header', async () => {
    const { asked, list } = play();
    await list();
    expect(asked.map(({ url }) => url.href)).toEqual([
      'https://api.schedpilot.com/developers/v1/accounts',
    ]);
    expect(asked[0]?.init).toMatchObject({
      method: 'GET',
      headers: { 'X-API-KEY': keys.schedPilot },
      redirect: 'manual',
      credentials: 'omit',
    });
  });
});

describe('a SchedPilot listing', () => {
  it('is read without loss from the sample answer as printed', async () => {
    expect(await listFrom(sample('schedpilot-accounts'))).toEqual({
      ok: true,
      value: listing([
        { id: '142', platform: 'twitter', status: 'active', name: 'SchedPilot_App' },
        { id: '88', platform: 'linkedin', status: 'active', name: 'SchedPilot Official' },
      ]),
    });
  });

  it('is read in both shapes', async () => {
    const { state, list } = play();
    const picture = 'https://cdn.example.com/a.jpg';
    state.accounts = [{ id: 7, type: 'linkedin_page', name: 'Bakery', username: 'fifth', picture }];
    const plain = { id: '7', platform: 'linkedin_page', status: 'active', name: 'Bakery', picture };

    state.shape = 'newer';
    expect(await list()).toMatchObject({ value: { accounts: [{ ...plain, handle: 'fifth' }] } });
    state.shape = 'older';
    expect(await list()).toEqual({ ok: true, value: { ...listing([]), accounts: [plain] } });
  });

  it('may be empty', async () => {
    expect(await listFrom({ accounts: [] })).toEqual({ ok: true, value: listing([]) });
  });

  it('keeps a platform that is not known as it is', async () => {
    const result = await listFrom({ accounts: [{ id: 1, type: 'mastodon', name: 'A' }] });
    expect(result).toMatchObject({ value: { accounts: [{ platform: 'mastodon' }] } });
  });

  it('takes the leading @ off a handle', async () => {
    const result = await listFrom({ accounts: [{ id: 1, type: 'twitter', username: '@alice' }] });
    expect(result).toMatchObject({ value: { accounts: [{ handle: 'alice' }] } });
  });

  it('cleans names, handles and platforms of what could deceive', async () => {
    const entry = { id: 1, type: '\u202Etwitter', name: '\u202Eecila\u0000', username: '\u2066' };
    expect(await listFrom({ accounts: [entry] })).toEqual({
      ok: true,
      value: listing([{ id: '1', platform: 'twitter', status: 'active', name: 'ecila' }]),
    });
  });

  it.each([
    'javascript:alert(1)',
    'data:image/png;base64,AAAA',
    'http://cdn.example.com/a.jpg',
    '[https://cdn.example.com/a.jpg](https://cdn.example.com/a.jpg)',
    'https://user:password@cdn.example.com/a.jpg',
    '',
  ])('has no picture at %s', async (image) => {
    expect(await listFrom({ accounts: [{ id: 1, type: 'twitter', image }] })).toEqual({
      ok: true,
      value: listing([{ id: '1', platform: 'twitter', status: 'active' }]),
    });
  });

  it('counts the entries that cannot be read and reads the others', async () => {
    const accounts = [
      { id: 1, type: 'twitter', name: 'A' },
      { id: 2, type: 'twitter', name: 5 },
      { id: 'three', name: 'no type' },
      { type: 'twitter', name: 'no id' },
      { id: null, type: 'twitter' },
      'nonsense',
      null,
    ];
    expect(await listFrom({ accounts })).toEqual({
      ok: true,
      value: listing([{ id: '1', platform: 'twitter', status: 'active', name: 'A' }], {
        ids: ['2', 'three'],
        unidentified: 4,
      }),
    });
  });
});

describe('a SchedPilot error', () => {
  it.each([401, 403] as const)('with status %i is a refused key, in both forms', async (status) => {
    const { state, list } = play();
    state.statusOfWrongKey = status;
    for (const errorsAsOk of [false, true]) {
      state.errorsAsOk = errorsAsOk;
      const error = { kind: 'refused', status };
      expect(await list('smm_wrong')).toEqual({ ok: false, error });
    }
  });

  it.each([
    ['lasts until the top of the UTC hour', undefined, topOfHour],
    ['lasts as many seconds as it says', '90', now + 90_000],
    ['lasts until the date that it says', new Date(now + 60_000).toUTCString(), now + 60_000],
    ['lasts until the top of the hour where it says nonsense', 'later', topOfHour],
  ])('of too many reads %s', async (_, retryAfter, until) => {
    const { state, list } = play();
    state.reads = { hour: Math.floor(now / 3_600_000), used: 60 };
    state.retryAfter = retryAfter;
    for (const errorsAsOk of [false, true]) {
      state.errorsAsOk = errorsAsOk;
      expect(await list()).toEqual({ ok: false, error: { kind: 'rate-limited', until } });
    }
  });

  it.each([
    ['500', { code: 500, message: 'Oops' }, 500, { kind: 'server', status: 500 }],
    ['500 in the body', { code: 500, message: 'Oops' }, 200, { kind: 'server', status: 500 }],
    ['404', { error: 'Not found' }, 404, { kind: 'server', status: 404 }],
    ['400', { error: 'Bad request' }, 400, { kind: 'server', status: 400 }],
    ['401 over a good code', { code: 200 }, 401, { kind: 'refused', status: 401 }],
    ['a web page', '<html>Sign in</html>', 200, { kind: 'unreadable', reason: 'html' }],
    ['half an answer', '{"accounts":[', 200, { kind: 'unreadable', reason: 'json' }],
    ['another shape', { accounts: 'none' }, 200, { kind: 'unreadable', reason: 'shape' }],
    ['an error as OK', { error: 'Oops' }, 200, { kind: 'unreadable', reason: 'shape' }],
    ['no object', '[]', 200, { kind: 'unreadable', reason: 'shape' }],
  ])('that comes as %s is told apart', async (_, body, status, error) => {
    expect(await listFrom(body, { status })).toEqual({ ok: false, error });
  });
});
