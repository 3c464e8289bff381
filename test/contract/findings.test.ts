import { beforeEach, describe, expect, it } from 'vitest';
import type { Difference } from '../apis/differences.ts';
import { secret, startServices } from './services';

let services: ReturnType<typeof startServices>;
beforeEach(() => {
  services = startServices();
});

/** What a difference is found to be: where, which kind, and whether it breaks reading. */
async function found(difference: Difference, path?: string) {
  const { findings } = await services.check(difference, path);
  return findings.map(
    ({ endpoint, where, kind, isHarmless }) =>
      `${isHarmless ? 'harmless' : 'breaks'}: ${endpoint} ${where}, ${kind}`,
  );
}

describe('the contract with the services', () => {
  it.each<[string, Difference, string[], string?]>([
    [
      'a missing field that we need',
      { kind: 'missing', field: 'accounts.type' },
      ['breaks: SchedPilot GET /accounts accounts[].type, missing field'],
    ],
    [
      'a missing field that we can do without',
      { kind: 'missing', field: 'accounts.username' },
      ['harmless: SchedPilot GET /accounts accounts[].username, missing field'],
    ],
    [
      'a missing list',
      { kind: 'missing', field: 'accounts' },
      ['breaks: SchedPilot GET /accounts accounts, missing field'],
    ],
    [
      'an extra field',
      { kind: 'value', field: 'posts.campaign', value: 'SECRET' },
      ['harmless: SchedPilot GET /posts posts[].campaign, extra field'],
    ],
    [
      'another type of a field that we need',
      { kind: 'value', field: 'posts.accounts.id', value: null },
      ['breaks: SchedPilot GET /posts posts[].accounts[].id, other type'],
    ],
    [
      'another type that we read all the same',
      { kind: 'value', field: 'accounts.id', value: 'SECRET' },
      ['harmless: SchedPilot GET /accounts accounts[].id, other type'],
    ],
    [
      'another type of a frame',
      { kind: 'value', field: 'pagination', value: [] },
      ['breaks: Synposter GET /profiles pagination, other type'],
      '/v1/profiles',
    ],
    [
      'another type within a list of texts',
      { kind: 'value', field: 'data.scopes', value: ['SECRET', 555_000_009] },
      ['breaks: Synposter GET /accounts data[].scopes[], other type'],
      '/v1/accounts',
    ],
    [
      'a value that we reject, of the documented type',
      { kind: 'value', field: 'per_page', value: 0 },
      ['breaks: SchedPilot GET /posts per_page, not read'],
      '/v1/posts',
    ],
    [
      'another page than was asked for',
      { kind: 'value', field: 'page', value: 555_000_009 },
      ['breaks: SchedPilot GET /posts , not read'],
      '/v1/posts',
    ],
    [
      'a time that cannot be read',
      { kind: 'value', field: 'posts.timezone', value: 'SECRET' },
      ['breaks: SchedPilot GET /posts , not read'],
    ],
    [
      'a status of an account that we do not know',
      { kind: 'value', field: 'data.status', value: 'secret' },
      ['harmless: Synposter GET /accounts data[].status, other word'],
      '/v1/accounts',
    ],
    [
      'a word for a post that we do not know',
      { kind: 'value', field: 'posts.accounts.posted_status', value: 'secret' },
      ['breaks: SchedPilot GET /posts posts[].accounts[].posted_status, other word'],
    ],
  ])('reports %s', async (_, difference, expected, path) => {
    expect(await found(difference, path)).toEqual(expected);
  });

  it('reports another status, and whether we treat it as success', async () => {
    expect(await found({ kind: 'status', status: 203 })).toEqual([
      'breaks: SchedPilot GET /accounts status, other status',
      'breaks: SchedPilot GET /posts status, other status',
      'harmless: Synposter GET /profiles status, other status',
      'harmless: Synposter GET /accounts status, other status',
    ]);
  });

  it.each([
    ['Content-Type', 'text/plain; name=SECRET', 'content-type', 'text/plain'],
    ['Content-Type', 'application/x-secret', 'content-type', 'another type'],
    ['Retry-After', '555000009', 'retry-after', 'present'],
    ['X-RateLimit-Remaining', '555000009', 'x-ratelimit-remaining', 'present'],
  ])('reports another header: %s %s', async (name, value, where, answered) => {
    const { findings, text } = await services.check({ kind: 'header', name, value });
    expect(findings).toHaveLength(4);
    for (const finding of findings) {
      expect(finding).toMatchObject({ kind: 'other header', where, answered, isHarmless: true });
    }
    expect(text).not.toMatch(secret);
  });
});
