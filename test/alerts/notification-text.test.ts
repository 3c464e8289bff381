import { describe, expect, it } from 'vitest';
import type { Badge } from '@/utils/alerts/badge';
import { refusedNotice } from '@/utils/alerts/notice';
import { badgeTitle, notificationText } from '@/utils/alerts/notification-text';
import { managedId } from '@/utils/state/connection';
import type { Notice } from '@/utils/state/outbox';
import { comingTime } from '@/utils/text/relative-time';
import { storageProblemText } from '@/utils/text/storage-problem-text';
import { connection, hour, now } from '../builders';

const about = {
  id: 'c1/twitter:1@1>expired',
  account: 'c1/twitter:1',
  label: '@alice',
  platform: 'twitter',
  service: 'synposter',
  place: 'Northwind',
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

describe('the icon’s tooltip', () => {
  it.each<[Badge, string]>([
    [{ kind: 'attention', count: 1, notChecked: 0 }, '1 account needs attention'],
    [{ kind: 'attention', count: 2, notChecked: 0 }, '2 accounts need attention'],
    [{ kind: 'attention', count: 2, notChecked: 5 }, '2 accounts need attention · 5 not checked'],
    [
      { kind: 'not-checked', connected: 4, notChecked: 5, isAlarm: true },
      '4 accounts connected · 5 not checked',
    ],
    [
      { kind: 'not-checked', connected: 0, notChecked: 5, isAlarm: false },
      '5 accounts not checked',
    ],
    [
      { kind: 'storage-problem', problem: 'cannot-save' },
      'Still Connected cannot save what it finds',
    ],
    [{ kind: 'storage-problem', problem: 'set-aside' }, 'Some stored data could not be read'],
    [{ kind: 'cannot-check' }, 'Some accounts cannot be checked'],
    [{ kind: 'well', count: 12, isAll: true }, 'All 12 accounts connected'],
    [{ kind: 'well', count: 12, isAll: false }, '12 accounts connected'],
    [{ kind: 'empty' }, 'Still Connected'],
  ])('for %o is "%s"', (badge, title) => {
    expect(badgeTitle(badge)).toBe(title);
  });
});

describe('a notification of one account', () => {
  it.each<[OfAccount['trouble'], string]>([
    ['expired', '@alice on X has expired'],
    ['revoked', '@alice on X was revoked'],
    ['unlisted', '@alice on X is no longer listed'],
    ['cannot-post', '@alice on X cannot post'],
    ['will-expire', '@alice on X will expire by itself'],
    ['unknown', '@alice on X has a status that is not known'],
  ])('says who is %s, and where', (kind = 'expired', title) => {
    expect(textOf(trouble({ trouble: kind })).title).toBe(title);
  });

  it('says of a flapping account how often, and when the next alert comes', () => {
    expect(textOf(trouble({ losses: 4 }))).toEqual({
      title: '@alice on X keeps losing its connection',
      message:
        '4 times in the last 6 hours. You’ll hear about it again once it has been steady for 2 hours. Northwind, Synposter.',
    });
  });

  it.each(['expired', 'revoked', 'cannot-post'] as const)(
    'says what to do about one that is %s',
    (kind) => {
      expect(textOf(trouble({ trouble: kind })).message).toBe(
        'Synposter, Northwind. Posts will fail until it is reconnected. Click to do it.',
      );
    },
  );

  it.each([
    [
      'unknown',
      'Synposter says something of it that Still Connected does not know; it may not be able to post. Click to see it.',
    ],
    [
      'unlisted',
      'It seems to have been disconnected there; until it is back, posts to it will fail. Click to see it.',
    ],
  ] as const)(
    'asks for a look at one that is %s where the service reports statuses',
    (kind, words) => {
      expect(textOf(trouble({ trouble: kind })).message).toBe(`Synposter, Northwind. ${words}`);
    },
  );

  it('says when one that will expire is to be reconnected', () => {
    expect(textOf(trouble({ trouble: 'will-expire' })).message).toBe(
      'Synposter, Northwind. It was connected without lasting access; reconnect it before that ends. Click to see it.',
    );
  });

  it('names what may have happened where the service only takes an account off its list', () => {
    const notice = trouble({ service: 'schedpilot', place: 'Team', trouble: 'unlisted' });
    expect(textOf(notice).message).toBe(
      'SchedPilot, Team. It expired, was revoked or was disconnected: SchedPilot doesn’t say which. Click to open SchedPilot.',
    );
  });

  it('says that one works again', () => {
    expect(textOf(recovery())).toEqual({
      title: '@alice on X works again',
      message: 'Synposter, Northwind. There is nothing left to do.',
    });
  });
});

it('a notification of a refused key names service and connection, and what to do', () => {
  expect(textOf(refusedNotice(connection({ label: 'Agency' }), now))).toEqual({
    title: 'SchedPilot refuses the key “Agency”',
    message: 'Its accounts cannot be checked until you enter a new key. Click to do it.',
  });
});

it('a notification of the storage says what to do, or what was done', () => {
  expect(storageProblemText('cannot-save').message).toBe(
    'The browser takes no more data, perhaps because the disk is full. Make room; until then, changes may go unnoticed.',
  );
  expect(storageProblemText('set-aside').message).toBe(
    'It was set aside, and Still Connected went on without it. See in the settings what it was.',
  );
});

it('a notification of a key that an organization set sends nobody to enter another', () => {
  const id = managedId('schedpilot', { label: 'Agency' });
  expect(textOf(refusedNotice(connection({ id }), now)).message).toBe(
    'Its accounts cannot be checked. Your organization set this key; please tell your administrator.',
  );
});

describe('a summary', () => {
  const labels = ['@a', '@b', '@c', '@d', '@e'];
  const troubles = labels.map((label) => trouble({ label }));
  const recoveries = labels.map(recovery);
  const refusals = ['One', 'Two', 'Three', 'Four'].map((label) =>
    refusedNotice(connection({ label }), now),
  );

  it('names three, and counts the others', () => {
    expect(textOf(...troubles).message).toBe(
      '@a on X, @b on X, @c on X and 2 more. Click to see them.',
    );
    expect(textOf(...troubles.slice(0, 3)).message).toBe(
      '@a on X, @b on X, @c on X. Click to see them.',
    );
  });

  it('says when the first post is at risk, whichever account comes first', () => {
    const atRisk = (hours: number) => trouble({ atRisk: { posts: 1, nextAt: now + hours * hour } });
    const first = comingTime(now + 2 * hour, now);
    for (const notices of [
      [atRisk(2), atRisk(50), recovery()],
      [recovery(), atRisk(50), atRisk(2)],
    ]) {
      expect(textOf(...notices).message).toContain(`the next one ${first}.`);
    }
  });

  it.each<[string, Notice[], { title: string; message: string }]>([
    [
      'of recoveries',
      recoveries,
      {
        title: '5 accounts work again',
        message: '@a on X, @b on X, @c on X and 2 more. Click to see them.',
      },
    ],
    [
      'of refused keys',
      refusals,
      {
        title: '4 keys are refused',
        message:
          'One (SchedPilot), Two (SchedPilot), Three (SchedPilot) and 1 more. Click to see them.',
      },
    ],
    [
      'of a bit of everything says the worst in its title, and counts the rest',
      [...recoveries.slice(0, 2), ...refusals.slice(0, 1), ...troubles.slice(0, 1)],
      {
        title: '1 account needs attention',
        message:
          '@a on X. 1 key is refused, so its accounts cannot be checked. 2 accounts work again. Click to see them.',
      },
    ],
    [
      'of recoveries and keys',
      [...refusals.slice(0, 2), ...recoveries.slice(0, 2)],
      {
        title: '2 accounts work again',
        message:
          '@a on X, @b on X. 2 keys are refused, so their accounts cannot be checked. Click to see them.',
      },
    ],
  ])('%s', (_, notices, text) => {
    expect(textOf(...notices)).toEqual(text);
  });
});

describe('a reminder', () => {
  const remindingOf = (remindsOf: number, ...notices: Notice[]) =>
    notificationText({ id: 'any', notices, remindsOf }, now);

  it('of one account says what is wrong with it and what to do, as the first word on it did', () => {
    expect(remindingOf(1, trouble())).toEqual({
      title: 'Reminder: @alice on X has expired',
      message: textOf(trouble()).message,
    });
  });

  it('of several names three, and counts the others', () => {
    const notices = ['@a', '@b', '@c'].map((label) => trouble({ label }));
    expect(remindingOf(12, ...notices)).toEqual({
      title: '12 accounts still need attention',
      message: '@a on X, @b on X, @c on X and 9 more. Click to see them.',
    });
  });
});
