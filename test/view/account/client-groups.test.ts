import { describe, expect, it } from 'vitest';
import type { Account } from '@/utils/accounts/account';
import { groupedItems } from '@/utils/options/table-items';
import { rowOf as accountRowOf, type RowContext } from '@/utils/view/account/account-row';
import { groupByClient, startsCollapsed } from '@/utils/view/account/client-groups';
import { account, connection, now } from '../../builders';

function rowOf(changes: Partial<Account>, context: Partial<RowContext>) {
  const where = {
    connection: connection({ service: 'synposter' }),
    profileName: undefined,
    clients: {},
    isChecked: true,
    listedAt: now,
    gaps: [],
  };
  return accountRowOf(account(changes), { ...where, ...context }, now);
}

const rows = [
  rowOf({ handle: 'expired', status: 'expired' }, { profileName: 'Zebra' }),
  rowOf({ handle: 'unseen' }, { profileName: 'Café Aroma', isChecked: false }),
  rowOf({ handle: 'fine' }, { profileName: 'Alpha' }),
  rowOf({ handle: 'also-fine' }, { profileName: 'Zebra' }),
  rowOf({ handle: 'no-profile' }, { profileName: undefined }),
];

describe('groupByClient', () => {
  it('lists clients that need attention first, then by name', () => {
    const names = groupByClient(rows).map(({ client }) => client);
    expect(names).toEqual(['Zebra', 'Agency', 'Alpha', 'Café Aroma']);
  });

  it('counts what needs attention, what was not checked and what works', () => {
    const [zebra, , alpha, cafe] = groupByClient(rows);
    expect(zebra).toMatchObject({ attention: 1, notChecked: 0, connected: 1 });
    expect(alpha).toMatchObject({ attention: 0, notChecked: 0, connected: 1 });
    expect(cafe).toMatchObject({ attention: 0, notChecked: 1, connected: 0 });
  });

  it('keeps every account, in its order within the client', () => {
    const grouped = groupByClient(rows).flatMap((group) => group.rows);
    expect(new Set(grouped)).toEqual(new Set(rows));
    expect(grouped).toHaveLength(rows.length);
    expect(groupByClient(rows)[0]?.rows.map(({ label }) => label)).toEqual([
      '@expired',
      '@also-fine',
    ]);
  });
});

describe('a client’s group', () => {
  it('starts collapsed among more than 12 accounts if all is well in it', () => {
    const [zebra, , alpha, cafe] = groupByClient(rows);
    if (!zebra || !alpha || !cafe) throw new Error('groups are missing');
    expect(startsCollapsed(alpha, 13)).toBe(true);
    expect(startsCollapsed(alpha, 12)).toBe(false);
    expect(startsCollapsed(zebra, 13)).toBe(false);
    expect(startsCollapsed(cafe, 13)).toBe(false);
  });

  it('is opened and closed by the user', () => {
    const open = groupedItems(rows, new Map());
    expect(open).toHaveLength(rows.length + 4);
    const closed = groupedItems(rows, new Map([['Zebra', false]]));
    expect(closed).toHaveLength(rows.length + 4 - 2);
    expect(closed[0]).toMatchObject({ kind: 'group', isOpen: false });
  });
});
