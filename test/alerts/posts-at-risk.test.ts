import { describe, expect, it } from 'vitest';
import { noticesOf } from '@/utils/alerts/notice';
import { notificationText } from '@/utils/alerts/notification/notification-text';
import type { Notice } from '@/utils/state/outbox-schema';
import { defaultSettings } from '@/utils/state/settings';
import { comingTime } from '@/utils/text/relative-time';
import { account, connection, event, hour, now } from '../builders';

const at = now + 3 * hour;
const alice = account({ handle: 'alice', status: 'unlisted' });
const scheduledPosts = new Map([['1', [now - hour, at, at + hour]]]);

function noticeOf(changes: Parameters<typeof account>[0] = {}, to: 'unlisted' | 'posts-failing') {
  const changed = { ...alice, ...changes };
  const events = [event({ to, id: `${changed.key}@1>${to}` })];
  const where = { connection: connection(), scheduledPosts };
  const [notice] = noticesOf(events, [changed], where, defaultSettings, now);
  if (!notice) throw new Error('There is no notice');
  return notice;
}

const textOf = (notices: Notice[], when = now) =>
  notificationText({ id: 'notification', notices }, when);

describe('a notification', () => {
  it('names the posts at risk first, if known', () => {
    expect(textOf([noticeOf({}, 'unlisted')])).toEqual({
      title: '@alice on X is no longer listed',
      message: expect.stringMatching(
        /^2 posts at risk, next .+\. Expired, revoked .+\nAgency · SchedPilot$/,
      ),
    });
    expect(textOf([noticeOf({}, 'unlisted')]).message).toContain(`next ${comingTime(at, now)}. `);
  });

  it('uses the singular for one post', () => {
    const notice = { ...noticeOf({}, 'unlisted'), atRisk: { posts: 1, nextAt: at } };
    expect(textOf([notice]).message).toMatch(/^1 post at risk, today /);
  });

  it('says nothing about posts that are unknown or past', () => {
    const other = noticeOf({ id: 'other' }, 'unlisted');
    expect(textOf([other]).message).toMatch(/^Expired, revoked/);
    expect(textOf([noticeOf({}, 'unlisted')], at).message).toMatch(/^Expired, revoked/);
  });

  it('of several says when the first post is at risk', () => {
    const notices = [1, 2, 3, 4].map((i) => ({
      ...noticeOf({}, 'unlisted'),
      id: String(i),
      atRisk: { posts: 1, nextAt: at + i },
    }));
    expect(textOf(notices).message).toBe(
      `Next post at risk: ${comingTime(at + 1, now)}. @alice on X, @alice on X, @alice on X and 1 more. Click to review.`,
    );
    expect(textOf(notices, at + hour).message).toMatch(/^@alice on X, @alice/);
  });

  it('says that posts fail', () => {
    const text = textOf([noticeOf({ status: 'active', failedPosts: 2 }, 'posts-failing')]);
    expect(text.title).toBe('@alice on X: posts are failing');
    expect(text.message).toMatch(
      /^2 posts at risk, .*\. It’s still listed, but posts failed in the last 24 hours\. Click to open SchedPilot\.\nAgency · SchedPilot$/,
    );
  });
});
