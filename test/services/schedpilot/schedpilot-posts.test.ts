import { describe, expect, it } from 'vitest';
import type { PostList } from '@/utils/accounts/post';
import { schedPilotApi } from '@/utils/services/schedpilot/api';
import { shapeOf } from '@/utils/services/shape';
import { keys } from '../../apis/scenario.ts';
import { day, hour, now } from '../../builders';
import { answering } from '../world';
import { play } from './schedpilot';

const wanted = (list: PostList = 'scheduled', page = 1) => ({
  list,
  page,
  from: now,
  to: now + 7 * day,
});

function pageFrom(body: unknown, list?: PostList, init?: ResponseInit) {
  return schedPilotApi.listPosts(answering(body, init), keys.schedpilot, wanted(list));
}

function oneOf(entry: unknown, list?: PostList) {
  return pageFrom({ posts: [entry], total: 1, page: 1, per_page: 100 }, list);
}

const entry = {
  id: 1,
  content: 'A secret',
  scheduled_date: '2026-05-05 10:00:00',
  timezone: 'Europe/Berlin',
  status: 'scheduled',
  accounts: [{ id: 7, type: 'twitter' }],
};
const at = Date.parse('2026-05-05T08:00:00Z');

describe('the request for posts', () => {
  it('asks for one page of one list, with enough days for every time zone', async () => {
    const { http, asked } = play();
    await schedPilotApi.listPosts(http, keys.schedpilot, wanted('scheduled', 3));
    expect(asked.map(({ url }) => `${url.origin}${url.pathname}`)).toEqual([
      'https://api.schedpilot.com/developers/v1/posts',
    ]);
    expect(Object.fromEntries(asked[0]?.url.searchParams ?? [])).toEqual({
      status: 'scheduled',
      start_date: '2026-05-03',
      end_date: '2026-05-13',
      page: '3',
      per_page: '100',
    });
    expect(asked[0]?.init.headers).toMatchObject({ 'X-API-KEY': keys.schedpilot });
  });
});

describe('a page of posts', () => {
  it('has the time and accounts of each post, and no text', async () => {
    const page = await oneOf(entry);
    expect(page).toEqual({
      ok: true,
      value: {
        posts: [{ id: '1', at, accounts: [{ id: '7', outcome: 'waiting' }] }],
        unreadable: 0,
        pages: 1,
      },
    });
    expect(JSON.stringify(page)).not.toContain('secret');
  });

  it('has the number of pages', async () => {
    const { state, http, addPost } = play();
    for (let i = 0; i < 250; i += 1) addPost({ at: now + hour, accounts: [7] });
    const ask = (page: number) =>
      schedPilotApi.listPosts(http, keys.schedpilot, wanted('scheduled', page));
    expect(state.posts).toHaveLength(250);
    expect(await ask(1)).toMatchObject({ value: { pages: 3 } });
    const last = await ask(3);
    expect(last?.ok && last.value.posts).toHaveLength(50);
  });

  it.each([
    ['scheduled', undefined, 'waiting'],
    ['scheduled', null, 'waiting'],
    ['scheduled', '', 'waiting'],
    ['scheduled', 'scheduled', 'waiting'],
    ['scheduled', 'posted', 'posted'],
    ['failed', undefined, 'failed'],
    ['failed', 'failed', 'failed'],
    ['failed', 'scheduled', 'failed'],
    ['failed', 'Posted', 'posted'],
    ['posted', undefined, 'posted'],
    ['posted', 'posted', 'posted'],
    ['posted', 'failed', 'failed'],
  ] as const)(
    'reads %s posts with the status %o of an account as %s',
    async (list, word, outcome) => {
      const accounts = [{ id: 7, type: 'twitter', posted_status: word }];
      expect(await oneOf({ ...entry, status: list, accounts }, list)).toMatchObject({
        value: { posts: [{ accounts: [{ id: '7', outcome }] }] },
      });
    },
  );

  it.each([
    ['queued_for_review', 'queued_for_review'],
    [7, '7'],
    [{ toString: 'x' }, '{"tostring":"x"}'],
  ])('passes on the unknown status %o', async (posted_status, unknownStatus) => {
    const page = await oneOf({ ...entry, accounts: [{ id: 7, type: 'twitter', posted_status }] });
    expect(page).toMatchObject({ value: { unknownStatus } });
  });

  it('cleans an unknown status', async () => {
    const accounts = [{ id: 7, posted_status: '\u202Edlrow\u0000' }];
    expect(await oneOf({ ...entry, accounts })).toMatchObject({
      value: { unknownStatus: 'dlrow' },
    });
  });

  it('counts unreadable posts, including those in an unknown time zone', async () => {
    const posts = [
      entry,
      { ...entry, id: 2, timezone: 'Mars/Olympus' },
      { ...entry, id: 3, scheduled_date: 'soon' },
      { ...entry, id: 4, accounts: 'none' },
      null,
    ];
    expect(await pageFrom({ posts, total: 5, page: 1, per_page: 100 })).toMatchObject({
      value: { posts: [{ id: '1' }], unreadable: 4 },
      shape: expect.stringContaining('posts: [5 × null | {'),
    });
  });

  it('leaves out posts that do not belong to the list', async () => {
    expect(await oneOf({ ...entry, status: 'draft' })).toMatchObject({
      value: { posts: [], unreadable: 0 },
    });
  });

  it.each([
    ['another shape', { data: [], pagination: {} }],
    ['a list', []],
    ['nothing', null],
    ['no total', { posts: [], page: 1, per_page: 100 }],
    ['no posts in a page', { posts: [{ title: 'x' }], total: 1, page: 1, per_page: 100 }],
    ['a page that was not asked for', { posts: [], total: 500, page: 2, per_page: 100 }],
    ['pages of size 0', { posts: [], total: 5, page: 1, per_page: 0 }],
  ])('is not read from %s', async (_, body) => {
    expect(await pageFrom(body)).toEqual({
      ok: false,
      error: { kind: 'unreadable', reason: 'shape' },
      shape: shapeOf(body),
    });
  });

  it('is an error if the service offers no posts', async () => {
    const error = { kind: 'server', status: 404 };
    const init = { status: 404 };
    expect(await pageFrom({ error: 'Not found' }, 'scheduled', init)).toEqual({ ok: false, error });
    expect(await pageFrom({ code: 404, message: 'No' })).toEqual({ ok: false, error });
  });
});
