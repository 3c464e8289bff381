import { describe, expect, it } from 'vitest';
import { troubles } from '@/utils/accounts/attention';
import { noticesOf, refusedNotice } from '@/utils/alerts/notice';
import { defaultSettings, type Settings } from '@/utils/state/settings';
import { account, connection, event, now } from '../builders';

const alice = account({ handle: 'alice', status: 'expired' });
const where = { connection: connection() };
const told = {
  id: event().id,
  account: alice.key,
  label: '@alice',
  platform: 'twitter',
  service: 'schedpilot',
  place: 'Agency',
};

function only(kinds: Partial<Settings['notify']>): Settings {
  const notify = { trouble: false, warning: false, recovery: false, refused: false, ...kinds };
  return { ...defaultSettings, notify };
}

describe('noticesOf', () => {
  it('tells of an account that stopped working', () => {
    expect(noticesOf([event()], [alice], where, defaultSettings, now)).toStrictEqual([
      { ...told, kind: 'trouble', trouble: 'expired' },
    ]);
  });

  it('remembers which trouble an account was in before another one', () => {
    const events = [event({ from: 'unlisted' })];
    expect(noticesOf(events, [alice], where, defaultSettings, now)).toEqual([
      { ...told, kind: 'trouble', trouble: 'expired', from: 'unlisted' },
    ]);
  });

  it('tells of an account that is in trouble when it is first seen', () => {
    const events = [event({ from: 'absent', to: 'revoked' })];
    expect(noticesOf(events, [alice], where, defaultSettings, now)).toEqual([
      { ...told, kind: 'trouble', trouble: 'revoked' },
    ]);
  });

  it('tells of an account that is connected again', () => {
    const events = [event({ from: 'unlisted', to: 'working' })];
    expect(noticesOf(events, [alice], where, defaultSettings, now)).toEqual([
      { ...told, kind: 'recovery' },
    ]);
  });

  it('tells that an account posts again which will expire, where that is kept quiet', () => {
    const back = [event({ from: 'expired', to: 'will-expire' })];
    const kindsUnder = (settings: Settings) =>
      noticesOf(back, [alice], where, settings, now).map(({ kind }) => kind);
    expect(kindsUnder(only({ recovery: true }))).toEqual(['recovery']);
    expect(kindsUnder(only({ recovery: true, warning: true }))).toEqual(['trouble']);
    expect(kindsUnder(only({}))).toEqual([]);
  });

  it('names the profile as the place where it has a name', () => {
    const inProfile = { ...where, profileName: 'Northwind' };
    expect(noticesOf([event()], [alice], inProfile, defaultSettings, now)).toMatchObject([
      { place: 'Northwind' },
    ]);
  });

  it.each([
    ['a new account that works', event({ from: 'absent', to: 'working' })],
    ['an account that was taken away', event({ from: 'unlisted', to: 'absent' })],
    ['an account that was removed with its profile', event({ from: 'unlisted', to: 'retired' })],
    ['an account that is back with its profile', event({ from: 'retired', to: 'working' })],
    ['an account that is not known', event({ account: 'c1/twitter#other' })],
  ])('says nothing of %s', (_, quiet) => {
    expect(noticesOf([quiet], [alice], where, defaultSettings, now)).toEqual([]);
  });

  it('says nothing of a muted account, until its mute is over', () => {
    const muted = { ...alice, mute: { until: 'time' as const, at: now + 1 } };
    expect(noticesOf([event()], [muted], where, defaultSettings, now)).toEqual([]);
    expect(noticesOf([event()], [muted], where, defaultSettings, now + 1)).toHaveLength(1);
  });

  it('tells only what the settings ask for', () => {
    const events = [event(), event({ id: 'back', from: 'expired', to: 'working' })];
    const kindsUnder = (settings: Settings) =>
      noticesOf(events, [alice], where, settings, now).map(({ kind }) => kind);
    expect(kindsUnder(only({ trouble: true }))).toEqual(['trouble']);
    expect(kindsUnder(only({ recovery: true }))).toEqual(['recovery']);
    expect(kindsUnder(only({}))).toEqual([]);
  });

  it.each(troubles.map((to) => [to, to === 'will-expire' || to === 'unknown'] as const))(
    'tells that one is %s as a warning or not: %s',
    (to, isWarning) => {
      const toldUnder = (settings: Settings) =>
        noticesOf([event({ to })], [alice], where, settings, now).length === 1;
      expect(toldUnder(only({ warning: true }))).toBe(isWarning);
      expect(toldUnder(only({ trouble: true }))).toBe(!isWarning);
    },
  );

  it('does not tell that a warning is over which nobody wanted to hear', () => {
    const over = [event({ from: 'will-expire', to: 'working' })];
    expect(noticesOf(over, [alice], where, only({ recovery: true }), now)).toEqual([]);
    const both = only({ recovery: true, warning: true });
    expect(noticesOf(over, [alice], where, both, now)).toHaveLength(1);
  });
});

describe('refusedNotice', () => {
  it('names the connection, and has an id for each time that refusals start', () => {
    const notice = refusedNotice(connection(), now);
    expect(notice).toMatchObject({
      kind: 'refused',
      connectionId: 'c1',
      label: 'Agency',
      service: 'schedpilot',
    });
    expect(refusedNotice(connection(), now).id).toBe(notice.id);
    expect(refusedNotice(connection(), now + 1).id).not.toBe(notice.id);
    expect(refusedNotice(connection({ id: 'c2' }), now).id).not.toBe(notice.id);
  });
});
