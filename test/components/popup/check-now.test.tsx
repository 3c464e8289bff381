import { screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { timeInWords } from '@/utils/text/relative-time';
import { stopAnswering } from '../background';
import { openPopup } from '../pages';
import { failed, good, minute, now, schedPilot, store, synposter } from '../stored';

const alice = { handle: 'alice' };

describe('Check now', () => {
  it('is busy while the check runs, then says that it is done', async () => {
    const { user, sent } = await openPopup(
      { connections: [schedPilot([alice])] },
      { checkNow: { kind: 'started' } },
    );
    const button = screen.getByRole('button', { name: 'Check now' });
    expect(button.getAttribute('aria-busy')).toBe('false');
    await user.click(button);
    await waitFor(() => expect(button.getAttribute('aria-busy')).toBe('true'));
    expect(sent).toEqual([{ name: 'checkNow', command: {} }]);
    expect(screen.getByRole('status').textContent).toBe('');

    const check = { ...good, last: { at: now, tookMs: 300 }, listedAt: now };
    await store({ connections: [schedPilot([alice], { state: { askedAt: now }, check })] });
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Checked just now'));
    await waitFor(() => expect(button.getAttribute('aria-busy')).toBe('false'));
  });

  it('says how many connections could not be checked', async () => {
    const { user } = await openPopup(
      { connections: [schedPilot([alice])] },
      { checkNow: { kind: 'started' } },
    );
    await user.click(screen.getByRole('button', { name: 'Check now' }));
    const last = { at: now, tookMs: 300, error: { kind: 'network' } } as const;
    const check = { ...failed(last.error, now - minute), last };
    await store({ connections: [schedPilot([alice], { state: { askedAt: now }, check })] });
    expect(await screen.findByText('Couldn’t check 1 connection.')).toBeTruthy();
  });

  it('says when checks can resume while the read limit is used up', async () => {
    const until = now + 40 * minute;
    const { user } = await openPopup(
      { connections: [schedPilot([alice])] },
      { checkNow: { kind: 'waiting', until } },
    );
    const button = screen.getByRole('button', { name: 'Check now' });
    await user.click(button);
    await waitFor(() =>
      expect(screen.getByRole('status').textContent).toBe(
        `Request limit reached. You can check again ${timeInWords(until, now)}.`,
      ),
    );
    expect(button.getAttribute('aria-busy')).toBe('false');
  });

  it('asks to try again if the background gives no answer', async () => {
    const { user } = await openPopup({ connections: [schedPilot([alice])] });
    stopAnswering();
    await user.click(screen.getByRole('button', { name: 'Check now' }));
    expect(await screen.findByText('Something went wrong. Try again.')).toBeTruthy();
  });

  it('is not busy if there was nothing to check', async () => {
    const { user, sent } = await openPopup(
      { connections: [schedPilot([alice])] },
      { checkNow: { kind: 'nothing-to-check' } },
    );
    const button = screen.getByRole('button', { name: 'Check now' });
    await user.click(button);
    await waitFor(() => expect(sent).toHaveLength(1));
    // The next change of the page shows that the reply has come and left nothing behind.
    await store({ connections: [schedPilot([alice, { handle: 'bob' }])] });
    await screen.findByRole('heading', { name: 'All 2 accounts connected' });
    expect(button.getAttribute('aria-busy')).toBe('false');
    expect(screen.getByRole('status').textContent).toBe('');
  });

  it('is not there without a connection', async () => {
    await openPopup();
    expect(screen.getByRole('button', { name: 'Settings' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Check now' })).toBeNull();
  });
});

it('shows the progress over many profiles', async () => {
  const profiles = ['p1', 'p2', 'p3'].map((id) => ({ id }));
  const round = synposter([], { profiles, check: null, addedAt: now });
  await openPopup({ connections: [round] });
  await screen.findByText('Checking 0 of 3 profiles');
  const check = { ...good, last: { at: now, tookMs: 300 } };
  await store({ connections: [{ ...round, check }] });
  await waitFor(() => expect(screen.queryByText(/of 3 profiles/)).toBeNull());
});
