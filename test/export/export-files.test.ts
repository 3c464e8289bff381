import { describe, expect, it } from 'vitest';
import type { Account } from '@/utils/accounts/account';
import { accountsCsv, historyCsv, historyJson } from '@/utils/export/export-files';
import { accountRows } from '@/utils/view/account/account-rows';
import { account, appState, day, event, hour, minute, monitoredConnection, now } from '../builders';

const at = new Date(2026, 4, 9, 23, 59).getTime();

function rowsOf(...accounts: Account[]) {
  const posts = {
    readAt: now,
    scheduled: [{ account: '1', times: [now + hour, now + 2 * hour] }],
    unreadable: 0,
  };
  return accountRows(appState([{ ...monitoredConnection(), posts }], { c1: accounts }), now);
}

/** The cells of the first account, by the names of their columns. */
function firstOf(text: string): Record<string, string | undefined> {
  const [names = '', cells = ''] = text.replace('\uFEFF', '').replaceAll('"', '').split('\r\n');
  const values = cells.split(',');
  return Object.fromEntries(names.split(',').map((name, i) => [name, values[i]]));
}

describe('the accounts file', () => {
  it('is named after the day', () => {
    expect(accountsCsv([], at)).toMatchObject({
      name: 'still-connected-accounts-2026-05-09.csv',
      type: 'text/csv',
    });
  });

  it('has who, where and how each account is', () => {
    const rows = rowsOf(
      account({
        handle: 'alice',
        name: 'Alice',
        status: 'expired',
        platformAccountId: '77',
        statusSince: now - hour,
        mute: { until: 'always' },
      }),
    );
    expect(firstOf(accountsCsv(rows, now).text)).toEqual({
      Service: 'SchedPilot',
      Connection: 'Agency',
      Profile: '',
      Platform: 'X',
      Handle: 'alice',
      Name: 'Alice',
      Status: 'expired',
      Since: new Date(now - hour).toISOString(),
      'Needs attention': 'no',
      Muted: 'yes',
      'Posts at risk': '2',
      'Next post': new Date(now + hour).toISOString(),
      lastSeenAt: new Date(now - 10 * minute).toISOString(),
      'First seen': new Date(now - 30 * day).toISOString(),
      'Account ID': '1',
      'Platform account ID': '77',
      Reference: 'c1/twitter:77',
      Client: 'Agency',
    });
  });

  it('names an account without a handle', () => {
    const [named, nameless] = [rowsOf(account({ name: 'Bakery' })), rowsOf(account())];
    expect(firstOf(accountsCsv(named, now).text)).toMatchObject({ Handle: '', Name: 'Bakery' });
    expect(firstOf(accountsCsv(nameless, now).text)).toMatchObject({ Handle: '', Name: 'X 1' });
  });
});

describe('the history files', () => {
  const rows = rowsOf(account({ handle: 'alice' }));
  const events = [
    event({ id: 'old', at: now - day, from: 'working', to: 'expired' }),
    event({ id: 'new', at: now, from: 'expired', to: 'working' }),
  ];

  it('list each change as CSV, the latest first', () => {
    const { name, text } = historyCsv(events, rows, at);
    expect(name).toBe('still-connected-history-2026-05-09.csv');
    expect(text.split('\r\n')).toEqual([
      '\uFEFFAt,Account,Platform,From,To,Reference,Service,Connection,Client',
      `${new Date(now).toISOString()},'@alice,X,expired,working,c1/twitter#1,SchedPilot,Agency,Agency`,
      `${new Date(now - day).toISOString()},'@alice,X,working,expired,c1/twitter#1,SchedPilot,Agency,Agency`,
      '',
    ]);
  });

  it('list the same as JSON, with the time of the export', () => {
    const { name, type, text } = historyJson(events, rows, at);
    expect([name, type]).toEqual(['still-connected-history-2026-05-09.json', 'application/json']);
    const { exportedAt, events: exported } = JSON.parse(text);
    expect(exportedAt).toBe(new Date(at).toISOString());
    expect(exported).toHaveLength(2);
    expect(exported[0]).toEqual({
      at: new Date(now).toISOString(),
      account: '@alice',
      platform: 'X',
      from: 'expired',
      to: 'working',
      reference: 'c1/twitter#1',
      service: 'SchedPilot',
      connection: 'Agency',
      client: 'Agency',
    });
  });
});
