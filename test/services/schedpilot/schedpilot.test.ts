import { describe, expect, it } from 'vitest';
import { keys, sample } from '../../apis/scenario.ts';
import { listing } from '../../builders';
import { listFrom, play } from './schedpilot';

describe('the request to SchedPilot', () => {
  it('goes to its one address, with the key in its header', async () => {
    const { asked, list } = play();
    await list();
    expect(asked.map(({ url }) => url.href)).toEqual([
      'https://api.schedpilot.com/developers/v1/accounts',
    ]);
    expect(asked[0]?.init).toMatchObject({
      method: 'GET',
      headers: { 'X-API-KEY': keys.schedpilot },
      redirect: 'manual',
      credentials: 'omit',
    });
  });
});

describe('a SchedPilot listing', () => {
  it('is read without loss from the printed sample answer', async () => {
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

  it('keeps an unknown platform', async () => {
    const result = await listFrom({ accounts: [{ id: 1, type: 'mastodon', name: 'A' }] });
    expect(result).toMatchObject({ value: { accounts: [{ platform: 'mastodon' }] } });
  });

  it('keeps two accounts apart whose ids would be rounded to the same number', async () => {
    const entry = (id: string) => `{"id":${id},"type":"twitter"}`;
    const ids = ['9007199254740992', '9007199254740993'];
    const result = await listFrom(`{"accounts":[${ids.map(entry).join(',')}]}`);
    expect(result).toMatchObject({ value: { accounts: ids.map((id) => ({ id })) } });
  });

  it('drops the leading @ of a handle', async () => {
    const result = await listFrom({ accounts: [{ id: 1, type: 'twitter', username: '@alice' }] });
    expect(result).toMatchObject({ value: { accounts: [{ handle: 'alice' }] } });
  });

  it('cleans names, handles and platforms', async () => {
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

  it('has the picture of the other field if one is empty', async () => {
    const picture = 'https://cdn.example.com/a.jpg';
    const entry = { id: 1, type: 'twitter', picture: '', image: picture };
    expect(await listFrom({ accounts: [entry] })).toMatchObject({
      value: { accounts: [{ picture }] },
    });
  });

  it.each(['200', 200, null, undefined])('may come with the code %o', async (code) => {
    const accounts = [{ id: 1, type: 'twitter' }];
    expect(await listFrom({ code, accounts })).toMatchObject({
      value: { accounts: [{ id: '1' }] },
    });
  });

  it('counts unreadable entries and reads the others', async () => {
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
      shape:
        '{accounts: [7 × null | string | {id?: null | number | string, name?: number | string, type?: string}]}',
    });
  });
});
