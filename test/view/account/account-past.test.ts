import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DayState } from '@/utils/accounts/history/condition-changes';
import { historyEvents } from '@/utils/accounts/history/history';
import { daysOf, historyByAccountOf } from '@/utils/view/account/account-past';
import { accountRows } from '@/utils/view/account/account-rows';
import { pastText } from '@/utils/view/account/past-text';
import { account, appState, day, event, monitoredConnection, now } from '../../builders';

const starts = [now - 3 * day, now - 2 * day, now - day, now - 1];

function daysIn(
  changes: Parameters<typeof account>[0],
  history: Parameters<typeof historyByAccountOf>[0],
) {
  const [row] = accountRows(appState([monitoredConnection()], { c1: [account(changes)] }), now);
  if (!row) throw new Error('There is no row');
  return daysOf(row, historyByAccountOf(history), starts, now);
}

describe('a row’s days', () => {
  const broke = event({ at: now - 1.5 * day });

  it('come from its own events', () => {
    const changes = { status: 'expired', statusSince: broke.at } as const;
    const other = event({ at: now - 2.5 * day, account: 'another', to: 'revoked' });
    expect(daysIn(changes, [other, broke])).toEqual(['working', 'expired', 'expired', 'expired']);
    expect(daysIn({}, [other])).toEqual(Array(4).fill('working'));
  });

  it('are unknown before the oldest event of a full history', () => {
    const full = Array.from({ length: historyEvents }, (_, i) =>
      event({ id: String(i), account: 'another', at: now - 1.5 * day }),
    );
    const changes = { status: 'expired', statusSince: now - 1 } as const;
    const late = event({ at: now - 1 });
    expect(daysIn(changes, [...full.slice(1), late])).toEqual([
      'absent',
      'working',
      'working',
      'expired',
    ]);
    // What has not changed since, the account itself knows.
    expect(daysIn({}, full)).toEqual(Array(4).fill('working'));
  });
});

describe('the past in a sentence', () => {
  it.each<[string, DayState[], boolean, string]>([
    ['working all along', ['working', 'working'], false, 'No issues in 2 days'],
    ['watched since today', ['absent', 'working'], false, 'No issues today'],
    ['not watched', ['absent', 'absent'], false, 'No history yet'],
    ['broken since yesterday', ['working', 'expired', 'expired'], true, 'Issue for 2 days'],
    ['broken all along', ['absent', 'expired', 'revoked'], true, 'Issue for 2 days'],
    ['broken, and before', ['expired', 'working', 'expired'], true, 'Issues on 2 of 3 days'],
    ['broken today, and working', ['working', 'expired'], false, 'Issues on 1 of 2 days'],
    ['not watched between', ['expired', 'absent', 'working'], false, 'Issues on 1 of 2 days'],
  ])('describes an account that was %s', (_, days, inTrouble, text) => {
    expect(pastText(days, inTrouble)).toBe(text);
  });

  it('counts no more days than there are', () => {
    const anyState = fc.constantFrom<DayState>('absent', 'working', 'expired', 'unlisted');
    fc.assert(
      fc.property(fc.array(anyState), fc.boolean(), (days, inTrouble) => {
        const counts = pastText(days, inTrouble).match(/\d+/g) ?? [];
        for (const count of counts) expect(Number(count)).toBeLessThanOrEqual(days.length);
      }),
    );
  });
});
