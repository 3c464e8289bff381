import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Account } from '@/utils/accounts/account';
import {
  columns,
  everything,
  nextSort,
  selectEvents,
  selectRows,
  sortRows,
  worstFirst,
} from '@/utils/options/account-table';
import type { AccountRow } from '@/utils/view/account/account-row';
import { accountRows } from '@/utils/view/account/account-rows';
import { account, appState, event, hour, monitoredConnection, now } from '../builders';

const named = (handle: string, changes: Partial<Account> = {}) =>
  account({ id: handle, handle, key: `c1/twitter#${handle}`, ...changes });

const rows = accountRows(
  appState(
    [
      monitoredConnection({ connection: { label: 'Zoo' } }),
      monitoredConnection({ connection: { id: 'c2', label: 'Ark', service: 'synposter' } }),
    ],
    {
      c1: [
        named('bad', { status: 'expired', statusSince: now - 2 * hour }),
        named('worse', { status: 'expired', statusSince: now - hour }),
        named('quiet', { status: 'revoked', mute: { until: 'always' } }),
        named('still', { mute: { until: 'time', at: now + hour } }),
      ],
      'c2/p1': [named('well', { platform: 'linkedin', key: 'c2/p1/linkedin#well' })],
    },
  ),
  now,
);
const labels = (found: readonly AccountRow[]) => found.map(({ handle }) => handle);
const select = (changes: Partial<typeof everything>) =>
  labels(selectRows(rows, { ...everything, ...changes }));

describe('selectRows', () => {
  it.each([
    ['everything', {}, ['worse', 'bad', 'quiet', 'still', 'well']],
    ['a text', { query: 'ark' }, ['well']],
    ['a status', { query: 'revoked' }, ['quiet']],
    [
      'a service',
      { filter: { by: 'service', only: 'schedpilot' } as const },
      ['worse', 'bad', 'quiet', 'still'],
    ],
    ['what needs attention', { state: 'attention' as const }, ['worse', 'bad']],
    ['what works', { state: 'working' as const }, ['still', 'well']],
    ['what is muted', { state: 'muted' as const }, ['quiet', 'still']],
    ['all of these', { query: 'ark', state: 'muted' as const }, []],
  ])('keeps the rows of %s, in their order', (_, changes, found) => {
    expect(select(changes)).toEqual(found);
  });
});

describe('selectEvents', () => {
  const events = ['bad', 'well', 'gone'].map((name) =>
    event({
      id: name,
      label: `@${name}`,
      account: rows.find(({ handle }) => handle === name)?.key ?? name,
    }),
  );
  const selected = (changes: Partial<typeof everything>) => {
    const selection = { ...everything, ...changes };
    const shown = selectRows(rows, selection);
    return selectEvents(events, rows, shown, selection).map(({ id }) => id);
  };

  it.each([
    ['everything', {}, ['bad', 'well', 'gone']],
    ['a text, by what the account is now', { query: 'ark' }, ['well']],
    ['a text, by the name of an account that is gone', { query: 'GONE x' }, ['gone']],
    [
      'a platform, also of accounts that are gone',
      { filter: { by: 'platform', only: 'twitter' } as const },
      ['bad', 'gone'],
    ],
    ['a service', { filter: { by: 'service', only: 'synposter' } as const }, ['well']],
    ['a state', { state: 'attention' as const }, ['bad']],
  ])('keeps the events of %s', (_, changes, found) => {
    expect(selected(changes)).toEqual(found);
  });

  it('drops accounts that are gone if a state is chosen', () => {
    const bad = rows.filter(({ handle }) => handle === 'bad');
    const selection = { ...everything, state: 'attention' as const };
    const found = selectEvents(events, bad, bad, selection).map(({ id }) => id);
    expect(found).not.toContain('gone');
  });
});

describe('sortRows', () => {
  const down = new Map([
    ['bad', 30],
    ['well', 10],
  ]);
  const uptimeOf = ({ handle = '' }: (typeof rows)[number]) => ({
    monitoredMs: handle === 'still' ? 0 : 100,
    downMs: down.get(handle) ?? 0,
  });
  const sorted = (column: (typeof columns)[number], descending: boolean) =>
    labels(sortRows(rows, { column, descending }, uptimeOf));

  it.each([
    ['status', false, ['worse', 'bad', 'quiet', 'still', 'well']],
    ['status', true, ['well', 'still', 'quiet', 'bad', 'worse']],
    ['account', false, ['bad', 'quiet', 'still', 'well', 'worse']],
    ['account', true, ['worse', 'well', 'still', 'quiet', 'bad']],
    ['client', false, ['well', 'worse', 'bad', 'quiet', 'still']],
    ['client', true, ['worse', 'bad', 'quiet', 'still', 'well']],
    ['since', true, ['worse', 'bad', 'quiet', 'still', 'well']],
    ['since', false, ['bad', 'worse', 'quiet', 'still', 'well']],
    ['past', false, ['bad', 'well', 'worse', 'quiet', 'still']],
    ['past', true, ['worse', 'quiet', 'well', 'bad', 'still']],
    ['uptime', false, ['bad', 'well', 'worse', 'quiet', 'still']],
    ['uptime', true, ['worse', 'quiet', 'well', 'bad', 'still']],
  ] as const)('by %s, descending: %s', (column, descending, found) => {
    expect(sorted(column, descending)).toEqual(found);
  });

  it('keeps every row once', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...columns),
        fc.boolean(),
        fc.shuffledSubarray(rows),
        (column, descending, some) => {
          const found = sortRows(some, { column, descending }, uptimeOf);
          expect(new Set(found)).toEqual(new Set(some));
          expect(found).toHaveLength(some.length);
        },
      ),
    );
  });
});

describe('a pressed heading', () => {
  it('sorts by its column, and reverses the order when pressed again', () => {
    const byAccount = nextSort(worstFirst, 'account');
    expect(byAccount).toEqual({ column: 'account', descending: false });
    expect(nextSort(byAccount, 'account')).toEqual({ column: 'account', descending: true });
  });

  it('shows the latest change and the lowest uptime first', () => {
    expect(nextSort(worstFirst, 'since').descending).toBe(true);
    expect(nextSort(worstFirst, 'uptime').descending).toBe(false);
  });
});
