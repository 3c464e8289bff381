import { beforeEach, describe, expect, it } from 'vitest';
import { synposterApi } from '@/utils/services/synposter/api';
import { answer } from '../apis/answer.ts';
import type { Difference } from '../apis/differences.ts';
import { checkContract } from './check.ts';
import { httpOf } from './documented.ts';
import { observe } from './observe.ts';
import { textOf } from './report.ts';
import { keys, secret, startServices } from './services';

let services: ReturnType<typeof startServices>;
beforeEach(() => {
  services = startServices();
});

describe('the contract with the services', () => {
  it('holds for documented answers of the newer and the older shape', async () => {
    for (const shape of ['newer', 'older'] as const) {
      services.schedPilot.state.shape = shape;
      const { findings, text } = await services.check();
      expect(findings).toEqual([]);
      expect(text).toMatch(/agree with the documents\.$/);
    }
  });

  it('takes one GET per endpoint', async () => {
    await services.check();
    expect(services.sent).toEqual([
      'GET /developers/v1/accounts',
      'GET /developers/v1/posts',
      'GET /v1/profiles',
      'GET /v1/accounts',
    ]);
  });

  it('takes one GET even if there are more pages of profiles', async () => {
    for (let i = 0; i < 250; i += 1) services.synposter.addProfile('SECRET');
    const { asked } = await services.check();
    expect(asked[2]?.outcome).toBe('entries compared: 100');
    expect(services.sent).toHaveLength(4);
  });

  it('names entries that lack a field others have', async () => {
    services.schedPilot.state.accounts = services.schedPilot.state.accounts.map(
      ({ picture, ...rest }, i) => ({ ...rest, ...(i === 0 && picture && { picture }) }),
    );
    const { findings } = await services.check();
    expect(findings).toMatchObject([
      { where: 'accounts[].picture', answered: 'absent in some entries', isHarmless: true },
    ]);
  });

  it('accepts any fields of an object documented without fields', async () => {
    const difference = {
      kind: 'value',
      field: 'data.metadata',
      value: { plan: 'SECRET' },
    } as const;
    expect((await services.check(difference, '/v1/profiles')).findings).toEqual([]);
  });

  it('uses the accounts of the chosen profile', async () => {
    const { id } = services.synposter.addProfile('SECRET other');
    services.synposter.addAccount(id, { handle: 'secret' });
    const { asked } = await services.check(undefined, '', id);
    expect(asked[3]?.outcome).toBe('entries compared: 1');
  });

  it('sends no request that could change anything', async () => {
    const http = httpOf(() => answer(200, { authUrl: 'https://x.com' }), 0);
    const account = { platform: 'twitter' };
    const { result, status } = await observe(http, (once) =>
      synposterApi.startReconnect(once, keys.synposter, account),
    );
    expect(result.ok).toBe(false);
    expect(status).toBeUndefined();
  });

  it('reports a rejected key, and asks for no accounts without a profile', async () => {
    services.synposter.state.keys.clear();
    const { findings, asked } = await services.check();
    expect(findings).toMatchObject([
      { where: 'status', answered: '401: refused', isHarmless: false },
    ]);
    expect(asked[3]?.outcome).toBe('not asked: no profile');
  });

  it.each<[string, Difference]>([
    ['an answer that agrees', { kind: 'header', name: 'X-Other', value: 'SECRET' }],
    ['extra fields', { kind: 'value', field: 'accounts.extra', value: 'SECRET' }],
    ['field names that are data', { kind: 'value', field: 'secret1@x', value: 'SECRET' }],
    ['a map', { kind: 'value', field: 'map', value: { secret1: { id: 1 }, secret2: { id: 2 } } }],
    ['an error', { kind: 'status', status: 500 }],
    ['broken entries', { kind: 'value', field: 'data.id', value: 555_000_009 }],
  ])('prints no key and no value of %s', async (_, difference) => {
    const { text } = await services.check(difference);
    expect(text).not.toMatch(secret);
    expect(text).not.toContain(keys.schedpilot);
    expect(text).not.toContain(keys.synposter);
  });

  it('prints the shape of a differing answer, and what it means for us', async () => {
    const { text } = await services.check({ kind: 'missing', field: 'accounts.type' });
    expect(text).toContain('BREAKS  SchedPilot GET /accounts  missing field');
    expect(text).toContain('Shape of SchedPilot GET /accounts: {accounts: [2 × {id: number');
    expect(text).toMatch(/1 difference, of which 1 the extension cannot read\.$/);
  });

  it('marks harmless differences as such', async () => {
    const { text } = await services.check({ kind: 'value', field: 'extra', value: 1 });
    expect(text).toMatch(/4 differences, all harmless: the extension reads these answers\.$/);
  });

  it('asks only services with a key', async () => {
    const http = httpOf(() => answer(401, { error: 'unauthorized' }), 0);
    const report = await checkContract(http, { keys: { synposter: keys.synposter } });
    expect(report.asked.slice(0, 2).map(({ outcome }) => outcome)).toEqual([
      'not asked: no key',
      'not asked: no key',
    ]);
    expect(textOf(report)).toContain('Synposter GET /profiles   asked, without an answer');
  });
});
