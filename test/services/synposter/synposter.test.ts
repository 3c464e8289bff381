import { describe, expect, it } from 'vitest';
import { shapeOf } from '@/utils/services/shape';
import { synposterApi } from '@/utils/services/synposter/api';
import { keys, sample } from '../../apis/scenario.ts';
import { createSynposter } from '../../apis/synposter.ts';
import { listed, listing, minute, now } from '../../builders';
import { answering, playedBy } from '../world';

const entry = {
  id: 'a1',
  profileId: 'p1',
  platform: 'twitter',
  platformAccountId: '100',
  handle: 'alice',
  status: 'active',
  scopes: ['tweet.write'],
  connectedAt: '2026-04-28T12:00:00Z',
  lastRefreshedAt: '2026-04-28T13:00:00Z',
};

const account = listed({
  id: 'a1',
  platformAccountId: '100',
  handle: 'alice',
  scopes: ['tweet.write'],
  connectedAt: '2026-04-28T12:00:00Z',
  refreshedAt: '2026-04-28T13:00:00Z',
});

function play() {
  const double = createSynposter(() => now);
  double.state.keys.add(keys.synposter);
  const profile = double.addProfile('Northwind');
  const { http, asked } = playedBy(double.handle);
  const list = (profileId = profile.id, key = keys.synposter) =>
    synposterApi.listAccounts(http, key, profileId);
  return { ...double, profile, asked, list };
}

function listFrom(body: unknown, init?: ResponseInit) {
  return synposterApi.listAccounts(answering(body, init), keys.synposter, 'p1');
}

describe('the request to Synposter', () => {
  it('goes to its one address, for one profile, with the key in its header', async () => {
    const { asked, list } = play();
    await list('a profile & more');
    expect(asked.map(({ url }) => url.href)).toEqual([
      'https://api.synposter.com/v1/accounts?profileId=a+profile+%26+more',
    ]);
    expect(asked[0]?.init).toMatchObject({
      method: 'GET',
      headers: { 'x-api-key': keys.synposter },
      redirect: 'manual',
      credentials: 'omit',
    });
  });
});

describe('a Synposter listing', () => {
  it('is read without loss from the printed sample answer', async () => {
    expect(await listFrom(sample('synposter-accounts'))).toEqual({
      ok: true,
      value: listing([
        {
          id: 'acct_...',
          platform: 'twitter',
          platformAccountId: '1234567890',
          handle: 'alice',
          status: 'active',
          scopes: ['tweet.read', 'tweet.write', 'users.read', 'offline.access'],
          connectedAt: '2026-04-28T12:00:00Z',
          refreshedAt: '2026-04-28T13:00:00Z',
        },
      ]),
    });
  });

  it('has the accounts of its profile only, in every status', async () => {
    const { profile, addProfile, addAccount, list } = play();
    addAccount(profile.id, { handle: 'works' });
    addAccount(profile.id, { handle: 'old', status: 'expired', lastRefreshedAt: null });
    addAccount(profile.id, { handle: null, status: 'revoked' });
    addAccount(addProfile('Other').id, { handle: 'elsewhere' });
    const result = await list();
    expect(result).toMatchObject({
      value: { accounts: [{ handle: 'works' }, { status: 'expired' }, { status: 'revoked' }] },
    });
    const [, expired, revoked] = result.ok ? result.value.accounts : [];
    expect(expired).not.toHaveProperty('refreshedAt');
    expect(revoked).not.toHaveProperty('handle');
  });

  it('may be empty', async () => {
    expect(await play().list()).toEqual({ ok: true, value: listing([]) });
  });

  it('keeps an unknown status, platform and scopes', async () => {
    const unheard = { platform: 'pixelfed', scopes: ['posts:dream', 'tweet.write'] };
    const result = await listFrom({ data: [{ ...entry, ...unheard, status: 'paused' }] });
    const kept = { ...account, ...unheard, status: 'unknown', reportedStatus: 'paused' };
    expect(result).toEqual({ ok: true, value: { ...listing([]), accounts: [kept] } });
  });

  it('does not mistake a status named "unknown" for a known one', async () => {
    expect(await listFrom({ data: [{ ...entry, status: 'unknown' }] })).toMatchObject({
      value: { accounts: [{ status: 'unknown', reportedStatus: 'unknown' }] },
    });
  });

  it('cleans handles and platforms', async () => {
    const deceptive = { handle: '@\u202Ealice\u0007', platform: 'twitter\u2069' };
    const result = await listFrom({ data: [{ ...entry, ...deceptive }] });
    expect(result).toEqual({ ok: true, value: listing([account]) });
  });

  it('counts unreadable entries and reads the others', async () => {
    const { platformAccountId: _, ...withoutPlatformId } = entry;
    const { id: __, ...withoutId } = entry;
    const data = [entry, { ...withoutPlatformId, id: 'a2' }, withoutId, 7, []];
    expect(await listFrom({ data })).toEqual({
      ok: true,
      value: listing([account], { ids: ['a2'], unidentified: 3 }),
      shape: shapeOf({ data }),
    });
  });
});

describe('a Synposter error', () => {
  it('is a rejected key if the key is wrong', async () => {
    const { profile, list } = play();
    const error = { kind: 'refused', status: 401 };
    expect(await list(profile.id, 'sk_live_wrong')).toEqual({ ok: false, error });
  });

  it('is a bad request if the profile’s id is malformed', async () => {
    expect(await play().list('nonsense')).toEqual({ ok: false, error: { kind: 'bad-request' } });
  });

  it('is an unknown profile if there is none', async () => {
    const error = { kind: 'profile-unknown' };
    expect(await play().list(crypto.randomUUID())).toEqual({ ok: false, error });
  });

  it.each([
    ['for as many seconds as it says', { 'Retry-After': '30' }, now + 30_000],
    ['for a quarter of an hour if it says nothing', {}, now + 15 * minute],
  ])('is a limit %s', async (_, headers, until) => {
    const result = await listFrom({ error: 'slow_down' }, { status: 429, headers });
    expect(result).toEqual({ ok: false, error: { kind: 'rate-limited', until } });
  });

  it.each([
    ['403', { error: 'forbidden' }, 403, { kind: 'refused', status: 403 }],
    ['500', { error: 'internal' }, 500, { kind: 'server', status: 500 }],
    ['502 as a web page', '<h1>Bad gateway</h1>', 502, { kind: 'server', status: 502 }],
    ['a web page', '<html>Sign in</html>', 200, { kind: 'unreadable', reason: 'html' }],
    ['404 as a web page', '<html>Sign in</html>', 404, { kind: 'moved', status: 404 }],
    ['403 in plain text', 'error code: 1020', 403, { kind: 'blocked', status: 403 }],
    ['400 as a web page', '<h1>Bad request</h1>', 400, { kind: 'server', status: 400 }],
    ['half an answer', '{"data":[', 200, { kind: 'unreadable', reason: 'json' }],
    ['another shape', { data: {} }, 200, { kind: 'unreadable', reason: 'shape' }],
  ])('that comes as %s is recognized', async (_, body, status, error) => {
    expect(await listFrom(body, { status })).toMatchObject({ ok: false, error });
  });
});
