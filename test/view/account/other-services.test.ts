import { describe, expect, it } from 'vitest';
import type { Account } from '@/utils/accounts/account';
import { hasNote, noteText } from '@/utils/view/account/account-note';
import { accountRows } from '@/utils/view/account/account-rows';
import { account, appState, monitoredConnection, now } from '../../builders';

const schedPilot = monitoredConnection();
const synposter = monitoredConnection({ connection: { id: 'c2', service: 'synposter' } });

/** The rows of one account at each service. */
function rowsOf(atSchedPilot: Partial<Account>, atSynposter: Partial<Account>) {
  const [first, second] = [
    account({ handle: 'alice', ...atSchedPilot }),
    account({ key: 'c2/p1/twitter:1', handle: 'alice', ...atSynposter }),
  ];
  const rows = accountRows(
    appState([schedPilot, synposter], { c1: [first], 'c2/p1': [second] }),
    now,
  );
  const of = (name: string) => rows.find(({ serviceName }) => serviceName === name);
  return { schedPilot: of('SchedPilot'), synposter: of('Synposter') };
}

describe('an account connected through both services', () => {
  it('is recognized by platform and handle, however written', () => {
    const rows = rowsOf({}, { handle: 'Alice' });
    expect(rows.schedPilot?.otherServices).toEqual([
      { serviceName: 'Synposter', status: 'active', inTrouble: false },
    ]);
    expect(rows.synposter?.otherServices).toEqual([
      { serviceName: 'SchedPilot', status: 'connected', inTrouble: false },
    ]);
  });

  it('differs by platform or handle', () => {
    expect(rowsOf({}, { platform: 'linkedin' }).schedPilot?.otherServices).toBeUndefined();
    expect(rowsOf({}, { handle: 'alicia' }).schedPilot?.otherServices).toBeUndefined();
  });

  it('is not recognized without a handle', () => {
    const nameless = { c1: [account()], 'c2/p1': [account({ key: 'c2/p1/twitter:1' })] };
    const rows = accountRows(appState([schedPilot, synposter], nameless), now);
    expect(rows.map(({ otherServices }) => otherServices)).toEqual([undefined, undefined]);
  });

  it('is not the same within one service', () => {
    const twice = [account({ handle: 'alice' }), account({ key: 'c1/twitter#2', handle: 'alice' })];
    const rows = accountRows(appState([schedPilot], { c1: twice }), now);
    expect(rows.every(({ otherServices }) => otherServices === undefined)).toBe(true);
  });

  it('says where it still works when it is down at one', () => {
    const { synposter: down } = rowsOf({}, { status: 'expired' });
    expect(down && hasNote(down)).toBe(true);
    expect(down && noteText(down, now)).toBe('Still connected through SchedPilot');
  });

  it('says nothing about it when down at both', () => {
    const { synposter: down } = rowsOf({ status: 'unlisted' }, { status: 'expired' });
    expect(down && hasNote(down)).toBe(false);
    expect(down && noteText(down, now)).toBe('');
  });
});

describe('an account’s note', () => {
  it.each([
    [{ scopes: [] }, 'Permission to post wasn’t granted'],
    [{ scopes: ['tweet.write'] }, 'Offline access wasn’t granted'],
    [{ failedPosts: 2 }, 'Listed, but posts are failing'],
    [{ status: 'unknown', reportedStatus: 'sleeping' }, 'Reported status: sleeping'],
  ] as const)('says why %o needs attention', (changes, text) => {
    const [row] = accountRows(
      appState([schedPilot], { c1: [account(JSON.parse(JSON.stringify(changes)))] }),
      now,
    );
    expect(row && hasNote(row)).toBe(true);
    expect(row && noteText(row, now)).toBe(text);
  });
});
