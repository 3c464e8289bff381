import { screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { ServiceError } from '@/utils/services/result';
import { relativeTime, timeInWords } from '@/utils/text/relative-time';
import { openPopup } from '../pages';
import { failed, minute, now, schedPilot, store, synposter } from '../stored';

const alice = { handle: 'alice' };
const inAnHour = now + 60 * minute;

const problems: { error: ServiceError; words: string; button: string }[] = [
  {
    error: { kind: 'refused', status: 401 },
    words: 'Synposter rejected this key. It may have been mistyped, revoked or replaced.',
    button: 'Replace key',
  },
  {
    error: { kind: 'no-key' },
    words:
      'Enter your Synposter key again. It was only kept until the browser closed, or wasn’t part of the imported file.',
    button: 'Replace key',
  },
  {
    error: { kind: 'no-permission' },
    words: 'Your browser is blocking Still Connected from reaching Synposter.',
    button: 'Grant access',
  },
  {
    error: { kind: 'profile-unknown' },
    words: 'Synposter can’t find this profile, or it belongs to another developer account.',
    button: 'Fix profile',
  },
  {
    error: { kind: 'bad-request' },
    words: 'That’s not a valid Synposter profile ID.',
    button: 'Fix profile',
  },
  {
    error: { kind: 'rate-limited', until: inAnHour },
    words: `Synposter’s request limit is used up. Checks resume ${timeInWords(inAnHour, now)}.`,
    button: 'Try again',
  },
  {
    error: { kind: 'server', status: 503 },
    words: 'Synposter is having problems (error 503).',
    button: 'Try again',
  },
  { error: { kind: 'network' }, words: 'Couldn’t reach Synposter.', button: 'Try again' },
  {
    error: { kind: 'timeout' },
    words: 'Synposter took too long to answer.',
    button: 'Try again',
  },
  {
    error: { kind: 'unreadable', reason: 'html' },
    words: 'Got a web page instead of Synposter’s answer. Are you behind a network sign-in page?',
    button: 'Try again',
  },
  {
    error: { kind: 'unreadable', reason: 'redirect' },
    words: 'The request to Synposter was redirected. Are you behind a network sign-in page?',
    button: 'Try again',
  },
  {
    error: { kind: 'unreadable', reason: 'json' },
    words: 'Synposter’s answer was cut off.',
    button: 'Try again',
  },
  {
    error: { kind: 'unreadable', reason: 'shape' },
    words: 'Synposter answered in a format this version doesn’t understand.',
    button: 'Try again',
  },
  {
    error: { kind: 'unreadable', reason: 'too-large' },
    words: 'Synposter’s answer was too large.',
    button: 'Try again',
  },
  { error: { kind: 'offline' }, words: 'You’re offline.', button: 'Try again' },
];

function withProblem(error: ServiceError, listedAt?: number) {
  return { connections: [synposter([alice], { check: failed(error, listedAt) })] };
}

it('a limit’s remaining time is not announced every minute', async () => {
  const error = { kind: 'rate-limited', until: inAnHour } as const;
  await openPopup(withProblem(error));
  const text = screen.getByText(/request limit is used up/);
  expect(text.getAttribute('aria-live')).toBe('off');
});

describe('a connection’s alert', () => {
  it.each(problems)('says “$words” and offers “$button”', async ({ error, words, button }) => {
    await openPopup(withProblem(error));
    const alert = screen.getByRole('alert');
    expect(alert.querySelector('p')?.textContent).toBe(`Agency · ${words}`);
    expect(within(alert).getAllByRole('button')).toEqual([
      within(alert).getByRole('button', { name: button }),
    ]);
  });

  it('says how old the data is by now', async () => {
    const listedAt = now - 120 * minute;
    await openPopup(withProblem({ kind: 'network' }, listedAt));
    expect(screen.getByRole('alert').textContent).toContain(
      `Last checked ${relativeTime(listedAt, now)}.`,
    );
  });

  it('exists for each connection with a problem, and no other', async () => {
    const check = failed({ kind: 'network' });
    const connections = [
      schedPilot([alice], { check }),
      synposter([alice], { check }),
      schedPilot([alice], { id: 'well', label: 'All is well' }),
      schedPilot([alice], { id: 'paused', label: 'Sleeping', check, paused: true }),
    ];
    await openPopup({ connections });
    expect(
      screen.getAllByRole('alert').map((alert) => alert.querySelector('b')?.textContent),
    ).toEqual(['Studio North', 'Agency']);
  });

  it('removes the green tick of accounts that cannot be checked, and claims nothing worse', async () => {
    await openPopup(withProblem({ kind: 'refused', status: 401 }, now - minute));
    const notChecked = screen.getByRole('region', { name: 'Not checked' });
    const ago = relativeTime(now - minute, now);
    expect(within(notChecked).getByText(`Last seen connected ${ago}`)).toBeTruthy();
    expect(screen.queryByText('Active')).toBeNull();
    expect(screen.queryByRole('region', { name: 'Connected' })).toBeNull();
    expect(screen.queryByRole('region', { name: 'Needs attention' })).toBeNull();
  });

  it('goes away when a check succeeds', async () => {
    await openPopup(withProblem({ kind: 'timeout' }));
    await store({ connections: [synposter([alice])] });
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });
});

describe('the alert for a list that lost many accounts at once', () => {
  const many = (count: number, changes: object) =>
    Array.from({ length: count }, (_, i) => ({ handle: `lost${i}`, ...changes }));
  const doubted = {
    missingSince: now,
    lostTogether: { listings: 1, at: now },
    lastSeenAt: now - minute,
  };

  it('says that it is checked again before any notification', async () => {
    await openPopup({ connections: [schedPilot([...many(7, doubted), alice])] });
    const alert = screen.getByRole('alert');
    expect(alert.querySelector('p')?.textContent).toBe(
      'Studio North · SchedPilot lists 1 of 8 accounts. Checking again before raising an alarm.',
    );
    expect(within(alert).getByRole('button', { name: 'Check now' })).toBeTruthy();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('7 accounts not checked');
    expect(screen.queryByRole('region', { name: 'Needs attention' })).toBeNull();
  });

  it.each([
    ['before they are called unlisted', doubted, 'doubted'],
    ['afterwards', { status: 'unlisted', lostTogether: { listings: 4, at: now } }, 'unlisted'],
  ] as const)('lets the user say they removed them, %s', async (_, changes, are) => {
    const { user, sent } = await openPopup({ connections: [schedPilot(many(8, changes))] });
    const alert = screen.getByRole('alert');
    await user.click(within(alert).getByRole('button', { name: 'I removed them' }));
    await waitFor(() =>
      expect(sent).toEqual([{ name: 'forgetLostAccounts', command: { connectionId: 'sp', are } }]),
    );
  });
});
