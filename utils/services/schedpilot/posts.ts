import * as z from 'zod/mini';
import type { PostsPage } from '../../accounts/post';
import { dayMs } from '../../time';
import { success } from '../result';
import type { ServiceApi } from '../service';
import { otherShape, shapeOf } from '../shape';
import { entrySchema, normalizePost, unknownStatusIn } from './post-entry';
import { request } from './request';

/** The largest page the service returns. */
const perPage = 100;

export const pageSchema = z.object({
  posts: z.array(z.unknown()),
  total: z.number(),
  page: z.number(),
  per_page: z.number().check(z.gte(1)),
});

/** Requests one page of posts. An answer of another shape is an error, and so is a 404. */
export const listPosts: NonNullable<ServiceApi['listPosts']> = async (
  http,
  key,
  { list, from, to, page },
) => {
  const answered = await request(http, key, 'posts', {
    status: list,
    // Days are in each post's own time zone, and whether the last one is included isn't documented.
    start_date: dateOf(from - dayMs),
    end_date: dateOf(to + 2 * dayMs),
    page: String(page),
    per_page: String(perPage),
  });
  if (!answered.ok) return answered;
  const answer = pageSchema.safeParse(answered.value);
  // A service that ignores the page number would never show the other pages.
  if (!answer.success || answer.data.page !== page) return otherShape(answered.value);
  const { posts: raw, total, per_page } = answer.data;
  const entries = raw.flatMap((entry) => entrySchema.safeParse(entry).data ?? []);
  if (raw.length > 0 && entries.length === 0) return otherShape(answered.value);
  const listed = entries.filter(({ status }) => status === list);
  const posts = listed.flatMap((entry) => normalizePost(entry, list) ?? []);
  const unknownStatus = listed.map(unknownStatusIn).find((word) => word !== undefined);
  const unreadable = raw.length - entries.length + listed.length - posts.length;
  const pageOfPosts: PostsPage = {
    posts,
    unreadable,
    pages: Math.ceil(total / per_page),
    ...(unknownStatus !== undefined && { unknownStatus }),
  };
  return success(pageOfPosts, unreadable > 0 ? shapeOf(answered.value) : undefined);
};

function dateOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
