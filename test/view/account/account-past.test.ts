import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DayState } from '@/utils/accounts/history/condition-changes';
import { historyEvents } from '@/utils/accounts/history/history';
import {
  daysOf,
  historyByAccountOf,
  summaryOf,
  troubledDays,
} from '@/utils/view/account/account-past';
import { accountRows } from '@/utils/view/account/account-rows';
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

describe('summaryOf', () => {
  it.each<[string, DayState[], boolean, ReturnType<typeof summaryOf>]>([
    ['working all along', ['working', 'working'], false, { kind: 'well', days: 2 }],
    ['watched since today', ['absent', 'working'], false, { kind: 'well', days: 1 }],
    ['not watched', ['absent', 'absent'], false, { kind: 'not-watched' }],
    [
      'broken since yesterday',
      ['working', 'expired', 'expired'],
      true,
      { kind: 'broken', days: 2 },
    ],
    ['broken all along', ['absent', 'expired', 'revoked'], true, { kind: 'broken', days: 2 }],
    [
      'broken, and before that as well',
      ['expired', 'working', 'expired'],
      true,
      { kind: 'mixed', troubled: 2, days: 3 },
    ],
    [
      'broken today, and working again',
      ['working', 'expired'],
      false,
      { kind: 'mixed', troubled: 1, days: 2 },
    ],
    [
      'not watched in between',
      ['expired', 'absent', 'working'],
      false,
      { kind: 'mixed', troubled: 1, days: 2 },
    ],
  ])('describes an account that was %s', (_, days, inTrouble, summary) => {
    expect(summaryOf(days, inTrouble)).toEqual(summary);
  });

  it('counts no more days than there are, and none twice', () => {
    const anyState = fc.constantFrom<DayState>('absent', 'working', 'expired', 'unlisted');
    fc.assert(
      fc.property(fc.array(anyState), fc.boolean(), (days, inTrouble) => {
        const summary = summaryOf(days, inTrouble);
        if (summary.kind === 'not-watched') return;
        expect(summary.days).toBeLessThanOrEqual(days.length);
        expect(summary.days).toBeGreaterThan(0);
        if (summary.kind === 'mixed') expect(summary.troubled).toBeLessThanOrEqual(summary.days);
        if (summary.kind === 'well') expect(troubledDays(days.slice(-summary.days))).toBe(0);
      }),
    );
  });
});
