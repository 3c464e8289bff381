import { describe, expect, it } from 'vitest';
import { refusedNotice } from '@/utils/alerts/notice';
import { currentNotices } from '@/utils/alerts/still-current';
import { appState, connection, minute, monitoredConnection, now } from '../../builders';

describe('a rejected key', () => {
  const refused = (since: number) => refusedNotice(connection(), since);
  const state = (refusedSince: number) =>
    appState([monitoredConnection({ state: { refusedSince } })]);

  it('is notified only while it is rejected, and once', () => {
    expect(currentNotices([refused(now)], state(now), now)).toEqual([refused(now)]);
    expect(currentNotices([refused(now), refused(now + minute)], state(now), now)).toEqual([
      refused(now + minute),
    ]);
  });

  it('is notified for each connection separately', () => {
    const ids = ['c1', 'c2'];
    const waiting = ids.map((id) => refusedNotice(connection({ id }), now));
    const both = ids.map((id) =>
      monitoredConnection({ connection: { id }, state: { refusedSince: now } }),
    );
    expect(currentNotices(waiting, appState(both), now)).toEqual(waiting);
  });

  it('is not notified once it is accepted, paused or gone', () => {
    const paused = monitoredConnection({
      connection: { paused: true },
      state: { refusedSince: now },
    });
    for (const connections of [[monitoredConnection()], [paused], []]) {
      expect(currentNotices([refused(now)], appState(connections), now)).toEqual([]);
    }
  });
});
