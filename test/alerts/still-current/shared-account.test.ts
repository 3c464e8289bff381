import { describe, expect, it } from 'vitest';
import type { Account } from '@/utils/accounts/account';
import { noticesOf } from '@/utils/alerts/notice';
import { defaultSettings } from '@/utils/state/settings';
import {
  account,
  appState,
  connection,
  event,
  minute,
  monitoredConnection,
  now,
} from '../../builders';
import { currentKinds, waitingFor } from './alice';

describe('an account that two connections list', () => {
  const second = monitoredConnection({ connection: { id: 'c2' } });
  const copy = account({ key: 'c2/twitter#1' });
  const seen = (own: Partial<Account>, other: Partial<Account>) =>
    appState([monitoredConnection(), second], {
      c1: [account(own)],
      c2: [{ ...copy, ...other }],
    });
  const later = { statusSince: now + minute };
  const recovery = noticesOf(
    [event({ id: 'back', account: copy.key, from: 'expired', to: 'working' })],
    [copy],
    { connection: connection({ id: 'c2' }) },
    defaultSettings,
    now,
  );
  const waiting = waitingFor('working', 'expired');

  it('is notified in the trouble one connection saw, until the other saw it end', () => {
    const own = { status: 'expired', statusSince: now } as const;
    expect(currentKinds(waiting, seen(own, {}))).toEqual(['expired']);
    expect(currentKinds(waiting, seen(own, later))).toEqual([]);
  });

  it('is not notified as working again if the notice of its trouble was still waiting', () => {
    const own = { status: 'expired', statusSince: now } as const;
    expect(currentKinds([...waiting, ...recovery], seen(own, later))).toEqual([]);
    expect(currentKinds(recovery, seen(own, later))).toEqual(['recovery']);
  });
});
