import { describe, expect, it } from 'vitest';
import type { Post } from '@/utils/accounts/post';
import { afterPage, nextPage, resumePaging } from '@/utils/posts/paging';
import { failure, type ServiceError, success } from '@/utils/services/result';
import type { PostsPaging } from '@/utils/state/posts-state';
import { day, hour, now } from '../builders';

const post = (id: string): Post => ({ id, at: now + hour, accounts: [] });

const reading = (changes: Partial<PostsPaging> = {}): PostsPaging => ({
  keyRevision: 1,
  startedAt: now - hour,
  list: 'scheduled',
  page: 2,
  posts: [post('first')],
  unreadable: 1,
  ...changes,
});

describe('a paging under way', () => {
  it.each([
    ['has just started', now],
    ['started almost a day ago', now - day + 1],
  ])('continues if it %s', (_, startedAt) => {
    const stored = reading({ startedAt });
    expect(resumePaging(stored, 1, now)).toBe(stored);
  });

  it.each([
    ['it started a day ago', reading({ startedAt: now - day }), 1],
    ['the clock was set back since it began', reading({ startedAt: now + 1 }), 1],
    ['the key was replaced', reading(), 2],
    ['none is stored', null, 1],
  ])('starts again if %s', (_, stored, keyRevision) => {
    expect(resumePaging(stored, keyRevision, now)).toEqual({
      keyRevision,
      startedAt: now,
      list: 'scheduled',
      page: 1,
      posts: [],
      unreadable: 0,
    });
  });
});

describe('the next page', () => {
  const startedAt = now - hour;

  it('covers the 7 days after the start for scheduled posts', () => {
    const list = 'scheduled';
    const ahead = { list, page: 2, from: startedAt, to: startedAt + 7 * day };
    expect(nextPage(reading({ list, startedAt }))).toEqual(ahead);
  });

  it.each(['failed', 'posted'] as const)('covers the day before the start for %s posts', (list) => {
    const before = { list, page: 2, from: startedAt - day, to: startedAt };
    expect(nextPage(reading({ list, startedAt }))).toEqual(before);
  });
});

describe('after the answer to a page', () => {
  it.each<[ServiceError, string]>([
    [{ kind: 'server', status: 404 }, 'not-offered'],
    [{ kind: 'unreadable', reason: 'shape' }, 'shape'],
  ])('posts are turned off by %o', (error, reason) => {
    expect(afterPage(reading(), failure(error), now)).toEqual({ kind: 'off', off: { reason } });
  });

  it.each<ServiceError>([
    { kind: 'server', status: 500 },
    { kind: 'unreadable', reason: 'html' },
    { kind: 'unreadable', reason: 'too-large' },
    { kind: 'timeout' },
  ])('a retry follows %o', (error) => {
    expect(afterPage(reading(), failure(error), now)).toEqual({ kind: 'failed', error });
  });

  it.each([
    [30, 'more'],
    [31, 'off'],
  ])('a list of %i pages ends as: %s', (pages, kind) => {
    const page = success({ posts: [post('second')], unreadable: 0, pages });
    expect(afterPage(reading(), page, now).kind).toBe(kind);
  });

  it('new posts are added to the earlier ones, each once', () => {
    const page = success({ posts: [post('first'), post('second')], unreadable: 2, pages: 3 });
    expect(afterPage(reading(), page, now)).toEqual({
      kind: 'more',
      reading: reading({ page: 3, posts: [post('first'), post('second')], unreadable: 3 }),
    });
  });
});
