import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { openOptions } from '../../pages';
import { day, eventAt, now } from '../../stored';
import { fourAccounts, threeAccounts } from './table';

describe('the last 90 days', () => {
  const past = (label: string) =>
    within(screen.getByRole('row', { name: new RegExp(label) })).findByRole('img');

  it.each([
    ['@fine', 'No issues in 90 days'],
    ['@gone', 'Issue for 3 days'],
    ['@alice', 'Issue for 6 days'],
    ['@quiet', 'Issue today'],
  ])('of %s are summarized as: %s', async (label, words) => {
    await openOptions('#accounts', fourAccounts);
    expect((await past(label)).getAttribute('aria-label')).toBe(words);
  });

  it('are listed day by day in the details', async () => {
    await openOptions('#accounts?account=sy%2Fp1%2Finstagram%23alice', fourAccounts);
    const card = await screen.findByRole('region', { name: 'Last 90 days' });
    const spans = [...card.querySelectorAll('dl > div')].map(({ textContent }) => textContent);
    expect(spans.map((text) => text?.replaceAll(/\s/g, ' '))).toEqual([
      'Mar 9 – 14Expired',
      'Mar 5 – 8Connected',
      'Dec 15, 2025 – Mar 4, 2026No data',
    ]);
  });

  it('are drawn with few elements, however often an account changed', async () => {
    const history = Array.from({ length: 80 }, (_, i) =>
      eventAt(now - (80 - i) * day, {
        account: 'sy/p1/twitter#fine',
        from: i % 2 ? 'expired' : 'working',
        to: i % 2 ? 'working' : 'expired',
      }),
    );
    await openOptions('#accounts', { ...fourAccounts, history });
    expect((await past('@fine')).querySelectorAll('*').length).toBeLessThanOrEqual(4);
  });
});

it('a day says its date, its state and how long it lasted, under the pointer', async () => {
  await openOptions('#accounts', threeAccounts);
  const bars =
    (await screen.findAllByRole('img', { name: /[Ii]ssue/ }))[0]?.parentElement ?? document.body;
  const strip = bars.firstElementChild ?? bars;
  strip.getBoundingClientRect = () => DOMRect.fromRect({ width: 90 });
  fireEvent(bars, new MouseEvent('pointermove', { clientX: 89.5 }));
  await within(bars).findByText('Mar 14 · Expired · 2 days');
  fireEvent.pointerLeave(bars);
  await waitFor(() => expect(within(bars).queryByText(/Expired/)).toBeNull());
});
