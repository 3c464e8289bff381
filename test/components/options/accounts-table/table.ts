import { screen, within } from '@testing-library/preact';
import { day, eventAt, now, schedPilot, synposter } from '../../stored';

/** Two accounts in trouble and one that works, of two clients. */
export const threeAccounts = {
  connections: [
    schedPilot([{ handle: 'gone', status: 'unlisted', statusSince: now - day }]),
    synposter([
      { handle: 'alice', status: 'expired', statusSince: now - 2 * day },
      { handle: 'fine', firstSeenAt: now - 9 * day },
    ]),
  ],
};

/** Accounts that differ in all that the table is ordered by, one of them muted, with a history. */
export const fourAccounts = {
  connections: [
    schedPilot([
      {
        handle: 'gone',
        status: 'unlisted',
        statusSince: now - 2 * day,
        firstSeenAt: now - 95 * day,
      },
    ]),
    synposter([
      {
        handle: 'alice',
        status: 'expired',
        statusSince: now - 5 * day,
        firstSeenAt: now - 9 * day,
      },
      {
        handle: 'fine',
        platform: 'twitter',
        statusSince: now - 99 * day,
        firstSeenAt: now - 99 * day,
      },
      { handle: 'quiet', status: 'revoked', mute: { until: 'always' } },
    ]),
  ],
  history: [
    eventAt(now - 5 * day, { account: 'sy/p1/instagram#alice', platform: 'instagram' }),
    eventAt(now - 2 * day, {
      account: 'sp/instagram#gone',
      label: '@gone',
      platform: 'instagram',
      to: 'unlisted',
    }),
  ],
} as const;

export const table = () => screen.getByRole('table', { name: 'Accounts' });

/** The labels of the table's accounts, and of its groups, from top to bottom. */
export const shownLabels = () =>
  within(table())
    .queryAllByRole('rowheader')
    .map((header) => header.querySelector('a, button')?.textContent);

/** The row of the account that is called `label`. */
export function rowOf(label: string) {
  const found = within(table())
    .getAllByRole('row')
    .find((row) => within(row).queryByRole('link', { name: label }));
  if (!found) throw new Error(`No row ${label}`);
  return within(found);
}

export const checkboxOf = (label: string) =>
  rowOf(label).getByRole('checkbox', { name: `Select ${label}` });
