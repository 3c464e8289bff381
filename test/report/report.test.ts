import { describe, expect, it } from 'vitest';
import { uptimeOfAll } from '@/utils/accounts/history/uptime';
import { periodNames, periodOf } from '@/utils/report/period';
import { reportOn } from '@/utils/report/report';
import { historyByAccountOf } from '@/utils/view/account/account-past';
import { accountRows } from '@/utils/view/account/account-rows';
import { account, appState, day, event, hour, monitoredConnection, now } from '../builders';

describe('periodOf', () => {
  it.each(periodNames)('%s starts with a day and covers each once', (name) => {
    const { from, to, dayStarts } = periodOf(name, now);
    expect(dayStarts[0]).toBe(from);
    expect(new Set(dayStarts).size).toBe(dayStarts.length);
    expect(dayStarts.every((start) => start < to)).toBe(true);
    const days = dayStarts.map((start) => new Date(start).getHours());
    expect(new Set(days)).toEqual(new Set([0]));
  });

  it('is whole for a month that is over', () => {
    const { from, to, dayStarts } = periodOf('last-month', now);
    expect(dayStarts).toHaveLength(30);
    expect(new Date(from).getDate()).toBe(1);
    expect(new Date(to).getDate()).toBe(1);
    expect(to).toBeLessThan(now);
  });
});

describe('reportOn', () => {
  const firstSeenAt = now - 20 * day;
  const connection = monitoredConnection({ connection: { service: 'synposter' } });
  const accounts = {
    'c1/p1': [
      account({
        id: '1',
        key: 'c1/p1/x:1',
        handle: 'broken',
        status: 'expired',
        firstSeenAt,
        statusSince: now - 2 * day,
      }),
      account({ id: '2', key: 'c1/p1/x:2', handle: 'well', firstSeenAt, statusSince: firstSeenAt }),
      account({
        id: '3',
        key: 'c1/p1/x:3',
        handle: 'back',
        firstSeenAt,
        statusSince: now - 9 * day,
      }),
    ],
  };
  const history = historyByAccountOf([
    event({ account: 'c1/p1/x:3', at: now - 9 * day - 6 * hour, from: 'working', to: 'revoked' }),
    event({ account: 'c1/p1/x:3', at: now - 9 * day, from: 'revoked', to: 'working' }),
    event({ account: 'c1/p1/x:1', at: now - 2 * day, from: 'working', to: 'expired' }),
  ]);
  const rows = accountRows(appState([connection], accounts), now);
  const report = reportOn(rows, history, periodOf('30', now), now);

  it('counts only the time in which accounts were monitored', () => {
    expect(report.uptime.monitoredMs).toBe(3 * 20 * day);
    expect(report.uptime.downMs).toBe(2 * day + 6 * hour);
    expect(report.accounts[0]?.days.slice(0, 9)).toEqual(Array(9).fill('absent'));
  });

  it('lists each interruption once, the latest first', () => {
    expect(report.interruptions.map(({ row, downMs }) => [row.label, downMs])).toEqual([
      ['@broken', 2 * day],
      ['@back', 6 * hour],
    ]);
    expect(report.interruptions[0]?.ended).toBeUndefined();
  });

  it('is the sum of the reports on each account', () => {
    const each = rows.map((row) => reportOn([row], history, periodOf('30', now), now));
    expect(uptimeOfAll(each.map(({ uptime }) => uptime))).toEqual(report.uptime);
    expect(each.flatMap(({ interruptions }) => interruptions)).toHaveLength(2);
  });

  it('ends with its period', () => {
    const lastMonth = reportOn(rows, history, periodOf('last-month', now), now);
    const { from, to } = lastMonth.period;
    expect(lastMonth.uptime.monitoredMs).toBeLessThanOrEqual(3 * (to - from));
    expect(lastMonth.interruptions.every(({ began }) => began < to)).toBe(true);
  });
});
