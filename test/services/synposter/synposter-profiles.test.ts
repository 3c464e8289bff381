import { describe, expect, it } from 'vitest';
import { synposterApi } from '@/utils/services/synposter/api';
import { keys } from '../../apis/scenario.ts';
import { createSynposter } from '../../apis/synposter.ts';
import { now } from '../../builders';
import { answering, playedBy, worldWith } from '../world';

const { listProfiles, startReconnect } = synposterApi;

function play() {
  const double = createSynposter(() => now);
  double.state.keys.add(keys.synposter);
  return { ...double, ...playedBy(double.handle) };
}

describe('listing profiles', () => {
  it('reads all pages', async () => {
    const { http, asked, addProfile } = play();
    const added = Array.from({ length: 205 }, (_, i) => addProfile(`Brand ${i}`));
    const profiles = added.map(({ id, name }) => ({ id, name }));
    expect(await listProfiles(http, keys.synposter)).toEqual({ ok: true, value: profiles });
    expect(asked.map(({ url }) => url.href)).toEqual([
      'https://api.synposter.com/v1/profiles?limit=100&offset=0',
      'https://api.synposter.com/v1/profiles?limit=100&offset=100',
      'https://api.synposter.com/v1/profiles?limit=100&offset=200',
    ]);
  });

  it('has each profile once even if one moves between pages, and ends at an empty page', async () => {
    const pages = [['p1', 'p2'], ['p2'], []];
    const { http, asked } = worldWith(({ url }) => {
      const page = ['0', '2', '3'].indexOf(url.searchParams.get('offset') ?? '');
      const data = (pages[page] ?? []).map((id) => ({ id, name: null }));
      return Response.json({ data, pagination: { hasMore: true } });
    });
    const profiles = [{ id: 'p1' }, { id: 'p2' }];
    expect(await listProfiles(http, keys.synposter)).toEqual({ ok: true, value: profiles });
    expect(asked).toHaveLength(3);
  });

  it('misses none if pages are shorter than requested', async () => {
    const all = Array.from({ length: 7 }, (_, i) => ({ id: `p${i}`, name: null }));
    const { http } = worldWith(({ url }) => {
      const offset = Number(url.searchParams.get('offset'));
      const data = all.slice(offset, offset + 3);
      return Response.json({ data, pagination: { hasMore: offset + 3 < all.length } });
    });
    const found = await listProfiles(http, keys.synposter);
    expect(found.ok && found.value.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
  });

  it('ends even if the service always promises more', async () => {
    const page = { data: [{ id: 'p1', name: 'Again' }], pagination: { hasMore: true } };
    const { http, asked } = worldWith(() => Response.json(page));
    const value = [{ id: 'p1', name: 'Again' }];
    expect(await listProfiles(http, keys.synposter)).toEqual({ ok: true, value });
    expect(asked).toHaveLength(100);
  });

  it('fails as a whole if a later page fails', async () => {
    const { http } = worldWith(({ url }) =>
      url.searchParams.get('offset') === '0'
        ? Response.json({ data: [{ id: 'p1' }], pagination: { hasMore: true } })
        : new Response('{}', { status: 500 }),
    );
    const error = { kind: 'server', status: 500 };
    expect(await listProfiles(http, keys.synposter)).toEqual({ ok: false, error });
  });

  it.each([
    [403, { kind: 'refused', status: 403 }],
    [404, { kind: 'profile-unknown' }],
  ] as const)('may be denied to a key with status %i', async (status, error) => {
    const { http, state } = play();
    state.statusOfProfiles = status;
    expect(await listProfiles(http, keys.synposter)).toEqual({ ok: false, error });
  });

  it('needs the documented shape', async () => {
    const result = await listProfiles(answering({ data: [] }), keys.synposter);
    const error = { kind: 'unreadable', reason: 'shape' };
    expect(result).toEqual({ ok: false, error, shape: '{data: [0 × ]}' });
  });

  it('cleans the names', async () => {
    const data = [{ id: 'p1', name: '\u202EBrand' }];
    const http = answering({ data, pagination: { hasMore: false } });
    const value = [{ id: 'p1', name: 'Brand' }];
    expect(await listProfiles(http, keys.synposter)).toEqual({ ok: true, value });
  });
});

describe('starting a reconnect', () => {
  const account = { platform: 'twitter', profileId: 'p1' };

  it.each(['body', 'query'] as const)(
    'posts the profile, and returns the address of a service that reads its %s',
    async (reads) => {
      const { http, asked, addProfile, state } = play();
      state.connectReads = reads;
      addProfile('Brand', 'p1');
      expect(await startReconnect(http, keys.synposter, account)).toEqual({
        ok: true,
        value: { authUrl: 'https://x.com/i/oauth2/authorize?platform=twitter&profileId=p1' },
      });
      expect(asked[0]?.url.href).toBe('https://api.synposter.com/v1/connect/twitter?profileId=p1');
      expect(asked[0]?.init).toMatchObject({ method: 'POST', body: '{"profileId":"p1"}' });
    },
  );

  it.each(['..', '.', 'a/b', 'a?b', 'a#b', '\\', '', '\ud800'])(
    'requests nothing for the platform "%s", which is not a plain word',
    async (platform) => {
      const { http, asked } = play();
      const result = await startReconnect(http, keys.synposter, { ...account, platform });
      expect(result).toEqual({ ok: false, error: { kind: 'unreadable', reason: 'shape' } });
      expect(asked).toEqual([]);
    },
  );

  it.each([
    'http://api.synposter.com/authorize',
    'javascript:alert(1)',
    'data:text/html,hello',
    '/authorize',
    '',
    7,
    undefined,
  ])('rejects the address %s', async (authUrl) => {
    const result = await startReconnect(answering({ authUrl }), keys.synposter, account);
    const error = { kind: 'unreadable', reason: 'shape' };
    expect(result).toEqual({
      ok: false,
      error,
      shape: expect.stringMatching(/^\{[^:]*(: string|: number)?\}$/),
    });
  });

  it('reports that the profile is unknown', async () => {
    const { http } = play();
    const error = { kind: 'profile-unknown' };
    expect(await startReconnect(http, keys.synposter, account)).toEqual({ ok: false, error });
  });
});
