import { describe, expect, it } from 'vitest';
import { type Account, accountSchema, type Mute } from '@/utils/accounts/account';
import { type AccountEvent, accountEventSchema } from '@/utils/accounts/history/event';
import { troubles } from '@/utils/accounts/trouble';
import { account, event, now } from '../builders';

describe('an account', () => {
  const full = account({
    platformAccountId: '100',
    name: 'Alice',
    handle: 'alice',
    picture: 'https://example.com/alice.png',
    reportedStatus: 'limited',
    scopes: ['tweet.read'],
    connectedAt: '2026-01-01T00:00:00Z',
    refreshedAt: '2026-02-01T00:00:00Z',
    missingSince: now,
  });

  it.each<Account['status']>(['active', 'expired', 'revoked', 'unknown', 'unlisted'])(
    'is read as it was stored if it is %s',
    (status) => {
      expect(accountSchema.parse({ ...full, status })).toEqual({ ...full, status });
    },
  );

  it.each<[string, Mute]>([
    ['until it works', { until: 'works' }],
    ['permanently', { until: 'always' }],
    ['for a time', { until: 'time', at: now }],
  ])('is still muted %s when read', (_, mute) => {
    expect(accountSchema.parse(account({ mute }))).toEqual(account({ mute }));
  });
});

describe('an event', () => {
  it.each<AccountEvent['to']>(['working', ...troubles, 'absent', 'retired'])(
    'is read as it was stored, from or to %s',
    (condition) => {
      for (const changes of [{ from: condition }, { to: condition }]) {
        expect(accountEventSchema.parse(event(changes))).toEqual(event(changes));
      }
    },
  );
});
