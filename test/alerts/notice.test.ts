import { describe, expect, it } from 'vitest';
import { troubles } from '@/utils/accounts/trouble';
import { noticesOf, refusedNotice } from '@/utils/alerts/notice';
import { defaultSettings, type Settings } from '@/utils/state/settings';
import { account, connection, event, now } from '../builders';

const alice = account({ handle: 'alice', status: 'expired' });
const where = { connection: connection() };
const ofAlice = {
  id: event().id,
  account: alice.key,
  label: '@alice',
  platform: 'twitter',
  service: 'schedpilot',
  client: 'Agency',
  at: now,
};

function only(kinds: Partial<Settings['notify']>): Settings {
  const notify = { trouble: false, warning: false, recovery: false, refused: false, ...kinds };
  return { ...defaultSettings, notify };
}

describe('noticesOf', () => {
  it('says since when an account is unlisted: since it was first missing', () => {
    const since = now - 60_000;
    const events = [event({ to: 'unlisted', since })];
    const [notice] = noticesOf(events, [alice], where, defaultSettings, now);
    expect(notice).toMatchObject({ trouble: 'unlisted', at: since });
  });

  it('notifies an account that stopped working', () => {
    expect(noticesOf([event()], [alice], where, defaultSettings, now)).toStrictEqual([
      { ...ofAlice, kind: 'trouble', trouble: 'expired' },
    ]);
  });

  it('keeps the previous trouble', () => {
    const events = [event({ from: 'unlisted' })];
    expect(noticesOf(events, [alice], where, defaultSettings, now)).toEqual([
      { ...ofAlice, kind: 'trouble', trouble: 'expired', from: 'unlisted' },
    ]);
  });

  it('notifies an account that is in trouble when first seen', () => {
    const events = [event({ from: 'absent', to: 'revoked' })];
    expect(noticesOf(events, [alice], where, defaultSettings, now)).toEqual([
      { ...ofAlice, kind: 'trouble', trouble: 'revoked' },
    ]);
  });

  it('notifies an account that is connected again', () => {
    const events = [event({ from: 'unlisted', to: 'working' })];
    expect(noticesOf(events, [alice], where, defaultSettings, now)).toEqual([
      { ...ofAlice, kind: 'recovery' },
    ]);
  });

  it('notifies a recovery into “expires soon” if warnings are off', () => {
    const back = [event({ from: 'expired', to: 'will-expire' })];
    const kindsUnder = (settings: Settings) =>
      noticesOf(back, [alice], where, settings, now).map(({ kind }) => kind);
    expect(kindsUnder(only({ recovery: true }))).toEqual(['recovery']);
    expect(kindsUnder(only({ recovery: true, warning: true }))).toEqual(['trouble']);
    expect(kindsUnder(only({}))).toEqual([]);
  });

  it('names the profile if it has a name', () => {
    const inProfile = { ...where, profileName: 'Northwind' };
    expect(noticesOf([event()], [alice], inProfile, defaultSettings, now)).toMatchObject([
      { client: 'Northwind' },
    ]);
  });

  it.each([
    ['a new account that works', event({ from: 'absent', to: 'working' })],
    ['an account that was forgotten', event({ from: 'unlisted', to: 'absent' })],
    ['an account that was removed with its profile', event({ from: 'unlisted', to: 'retired' })],
    ['an account that is back with its profile', event({ from: 'retired', to: 'working' })],
    ['an unknown account', event({ account: 'c1/twitter#other' })],
  ])('notifies nothing for %s', (_, quiet) => {
    expect(noticesOf([quiet], [alice], where, defaultSettings, now)).toEqual([]);
  });

  it('notifies nothing for a muted account until the mute ends', () => {
    const muted = { ...alice, mute: { until: 'time' as const, at: now + 1 } };
    expect(noticesOf([event()], [muted], where, defaultSettings, now)).toEqual([]);
    expect(noticesOf([event()], [muted], where, defaultSettings, now + 1)).toHaveLength(1);
  });

  it('notifies only the kinds that are turned on', () => {
    const events = [event(), event({ id: 'back', from: 'expired', to: 'working' })];
    const kindsUnder = (settings: Settings) =>
      noticesOf(events, [alice], where, settings, now).map(({ kind }) => kind);
    expect(kindsUnder(only({ trouble: true }))).toEqual(['trouble']);
    expect(kindsUnder(only({ recovery: true }))).toEqual(['recovery']);
    expect(kindsUnder(only({}))).toEqual([]);
  });

  it.each(troubles.map((to) => [to, to === 'will-expire' || to === 'unknown'] as const))(
    'treats %s as a warning: %s',
    (to, isWarning) => {
      const isNotifiedUnder = (settings: Settings) =>
        noticesOf([event({ to })], [alice], where, settings, now).length === 1;
      expect(isNotifiedUnder(only({ warning: true }))).toBe(isWarning);
      expect(isNotifiedUnder(only({ trouble: true }))).toBe(!isWarning);
    },
  );

  it('does not notify the end of a warning if warnings are off', () => {
    const over = [event({ from: 'will-expire', to: 'working' })];
    expect(noticesOf(over, [alice], where, only({ recovery: true }), now)).toEqual([]);
    const both = only({ recovery: true, warning: true });
    expect(noticesOf(over, [alice], where, both, now)).toHaveLength(1);
  });
});

describe('refusedNotice', () => {
  it('names the connection, and has a new id each time rejections begin', () => {
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
