import { describe, expect, it } from 'vitest';
import { refusedNotice } from '@/utils/alerts/notice';
import { notificationText } from '@/utils/alerts/notification/notification-text';
import { managedId } from '@/utils/state/connection';
import type { Notice } from '@/utils/state/outbox-schema';
import { comingTime } from '@/utils/text/relative-time';
import { storageProblemText } from '@/utils/text/storage-problem-text';
import { connection, hour, now } from '../../builders';

const about = {
  id: 'c1/twitter:1@1>expired',
  account: 'c1/twitter:1',
  label: '@alice',
  platform: 'twitter',
  service: 'synposter',
  client: 'Northwind',
} as const;

type OfAccount = Partial<Omit<Extract<Notice, { kind: 'trouble' }>, 'kind'>>;

function trouble(changes: OfAccount = {}): Notice {
  return { ...about, kind: 'trouble', trouble: 'expired', ...changes };
}

function recovery(label = '@alice'): Notice {
  return { ...about, kind: 'recovery', label };
}

function textOf(...notices: Notice[]) {
  return notificationText({ id: 'any', notices }, now);
}

describe('a notification of one account', () => {
  it.each<[OfAccount['trouble'], string]>([
    ['expired', '@alice on X has expired'],
    ['revoked', '@alice on X: access revoked'],
    ['unlisted', '@alice on X is no longer listed'],
    ['cannot-post', '@alice on X can’t post'],
    ['will-expire', '@alice on X will expire soon'],
    ['unknown', '@alice on X has an unknown status'],
  ])('says who is %s, and where', (kind = 'expired', title) => {
    expect(textOf(trouble({ trouble: kind })).title).toBe(title);
  });

  it('says how often a flapping account lost its connection, and when the next alert comes', () => {
    expect(textOf(trouble({ losses: 4 }))).toEqual({
      title: '@alice on X keeps losing its connection',
      message:
        '4 times in the last 6 hours. We’ll alert you again once it’s been steady for 2 hours.\nNorthwind · Synposter',
    });
  });

  it.each(['expired', 'revoked', 'cannot-post'] as const)(
    'says what to do about an account that is %s',
    (kind) => {
      expect(textOf(trouble({ trouble: kind })).message).toBe(
        'Posts will fail until you reconnect it. Click to reconnect.\nNorthwind · Synposter',
      );
    },
  );

  it.each([
    [
      'unknown',
      'Synposter reports a status we don’t recognize. It may not be able to post. Click for details.',
    ],
    [
      'unlisted',
      'It was disconnected in Synposter. Posts will fail until it’s back. Click for details.',
    ],
  ] as const)(
    'asks the user to check an account that is %s if the service reports statuses',
    (kind, words) => {
      expect(textOf(trouble({ trouble: kind })).message).toBe(`${words}\nNorthwind · Synposter`);
    },
  );

  it('says by when an account that will expire should be reconnected', () => {
    expect(textOf(trouble({ trouble: 'will-expire' })).message).toBe(
      'Offline access wasn’t granted. Reconnect it before it expires. Click for details.\nNorthwind · Synposter',
    );
  });

  it('names what may have happened if the service only drops an account from its list', () => {
    const notice = trouble({ service: 'schedpilot', client: 'Team', trouble: 'unlisted' });
    expect(textOf(notice).message).toBe(
      'Expired, revoked or disconnected. SchedPilot doesn’t say which. Click to open SchedPilot.\nTeam · SchedPilot',
    );
  });

  it('says that an account is connected again', () => {
    expect(textOf(recovery())).toEqual({
      title: '@alice on X is connected again',
      message: 'Northwind · Synposter',
    });
  });
});

it('a notification of a rejected key names the service and the connection, and says what to do', () => {
  expect(textOf(refusedNotice(connection({ label: 'Agency' }), now))).toEqual({
    title: 'SchedPilot rejected the key for “Agency”',
    message: 'Its accounts can’t be checked until you replace it. Click to replace the key.',
  });
});

it('a notification of a storage problem says what to do, or what was done', () => {
  expect(storageProblemText('cannot-save').message).toBe(
    'Your browser isn’t accepting more data; the disk may be full. Until there’s room, you could miss changes.',
  );
  expect(storageProblemText('set-aside').message).toBe('We kept a copy and carried on without it.');
});

it('a notification of an organization’s key asks nobody to enter another', () => {
  const id = managedId('schedpilot', { label: 'Agency' });
  expect(textOf(refusedNotice(connection({ id }), now)).message).toBe(
    'Its accounts can’t be checked. Your organization manages this key, so contact your administrator.',
  );
});

describe('a summary', () => {
  const labels = ['@a', '@b', '@c', '@d', '@e'];
  const troubles = labels.map((label) => trouble({ label }));
  const recoveries = labels.map(recovery);
  const refusals = ['One', 'Two', 'Three', 'Four'].map((label) =>
    refusedNotice(connection({ label }), now),
  );

  it('names three and counts the others', () => {
    expect(textOf(...troubles).message).toBe(
      '@a on X, @b on X, @c on X and 2 more. Click to review.',
    );
    expect(textOf(...troubles.slice(0, 3)).message).toBe(
      '@a on X, @b on X, @c on X. Click to review.',
    );
  });

  it('says when the first post is at risk, whichever account comes first', () => {
    const atRisk = (hours: number) => trouble({ atRisk: { posts: 1, nextAt: now + hours * hour } });
    const first = comingTime(now + 2 * hour, now);
    for (const notices of [
      [atRisk(2), atRisk(50), recovery()],
      [recovery(), atRisk(50), atRisk(2)],
    ]) {
      expect(textOf(...notices).message).toContain(`Next post at risk: ${first}.`);
    }
  });

  it.each<[string, Notice[], { title: string; message: string }]>([
    [
      'of recoveries',
      recoveries,
      {
        title: '5 accounts are connected again',
        message: '@a on X, @b on X, @c on X and 2 more. Click to review.',
      },
    ],
    [
      'of rejected keys',
      refusals,
      {
        title: '4 keys were rejected',
        message:
          'One (SchedPilot), Two (SchedPilot), Three (SchedPilot) and 1 more. Click to review.',
      },
    ],
    [
      'of mixed notices names the worst in its title, and counts the rest',
      [...recoveries.slice(0, 2), ...refusals.slice(0, 1), ...troubles.slice(0, 1)],
      {
        title: '1 account needs attention',
        message:
          '@a on X. 1 key was rejected, so its accounts can’t be checked. 2 accounts are connected again. Click to review.',
      },
    ],
    [
      'of recoveries and keys',
      [...refusals.slice(0, 2), ...recoveries.slice(0, 2)],
      {
        title: '2 accounts are connected again',
        message:
          '@a on X, @b on X. 2 keys were rejected, so their accounts can’t be checked. Click to review.',
      },
    ],
  ])('%s', (_, notices, text) => {
    expect(textOf(...notices)).toEqual(text);
  });
});

describe('a reminder', () => {
  const remindingOf = (remindsOf: number, ...notices: Notice[]) =>
    notificationText({ id: 'any', notices, remindsOf }, now);

  it('of one account says what is wrong and what to do, as the first notification did', () => {
    expect(remindingOf(1, trouble())).toEqual({
      title: 'Reminder: @alice on X has expired',
      message: textOf(trouble()).message,
    });
  });

  it('of several names three and counts the others', () => {
    const notices = ['@a', '@b', '@c'].map((label) => trouble({ label }));
    expect(remindingOf(12, ...notices)).toEqual({
      title: '12 accounts still need attention',
      message: '@a on X, @b on X, @c on X and 9 more. Click to review.',
    });
  });
});
