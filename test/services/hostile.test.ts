import { describe, expect, it } from 'vitest';
import type { Listing } from '@/utils/accounts/account';
import { reconcile } from '@/utils/accounts/reconcile';
import { schedPilotClient } from '@/utils/services/schedpilot/client';
import { synposterClient } from '@/utils/services/synposter/client';
import { now } from '../builders';
import { answering } from './world';

const target = { connectionId: 'c1', profileId: 'p1' };
const good = {
  id: 'acct_1',
  profileId: 'p1',
  platform: 'twitter',
  platformAccountId: '1',
  handle: 'alice',
  status: 'active',
  scopes: ['tweet.write'],
  connectedAt: '2026-04-28T12:00:00Z',
  lastRefreshedAt: null,
};

async function listed(body: unknown): Promise<Listing | undefined> {
  const result = await synposterClient.listAccounts(answering(body), 'key', 'p1');
  return result.ok ? result.value : undefined;
}

async function known() {
  const listing = await listed({ data: [good] });
  if (!listing) throw new Error('A good answer was not read');
  return reconcile(target, undefined, listing, now - 3_600_000).accounts;
}

const nested = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;

/** Each is an answer that no honest service gives, and what is left of its one known account. */
const answers: [string, unknown][] = [
  ['deeply nested', nested],
  ['an entry that is deeply nested', `{"data":[${JSON.stringify(good)},${nested}]}`],
  ['entries of every wrong type', { data: [good, null, 1, 'x', [], {}, true] }],
  ['half of the entries unreadable', { data: [good, { ...good, id: 'x', status: 7 }] }],
  ['prototype keys', `{"data":[{"__proto__":{"status":"expired"},"id":"y"}],"__proto__":{}}`],
  ['the same record twice', { data: [good, good] }],
  ['scopes that are no list', { data: [{ ...good, scopes: 'all' }] }],
  ['a date far beyond time', { data: [{ ...good, connectedAt: '+275760-09-13T00:00:00.001Z' }] }],
  ['a lone surrogate for a handle', { data: [{ ...good, handle: '\ud800' }] }],
  ['a text that turns the line around', { data: [{ ...good, handle: '\u202eecila' }] }],
  ['markup for a handle', { data: [{ ...good, handle: '<img src=x onerror=alert(1)>' }] }],
  ['a handle of a million letters', { data: [{ ...good, handle: 'a'.repeat(1_000_000) }] }],
];

describe('an answer with', () => {
  it.each(answers)('%s loses nothing that is known, and says nothing false', async (_, body) => {
    const before = await known();
    const listing = await listed(body);
    if (!listing) return;
    const { accounts, events } = reconcile(target, before, listing, now);
    const account = accounts.find(({ id }) => id === 'acct_1');
    expect(account?.status).toBe('active');
    expect(events.filter(({ to }) => to !== 'working')).toEqual([]);
    expect((account?.handle ?? '').length).toBeLessThanOrEqual(200);
    expect(account?.handle ?? '').not.toMatch(/[\u202a-\u202e\ud800-\udfff]/);
  });

  it.each([
    ['javascript:alert(1)'],
    ['data:image/svg+xml,<svg onload=alert(1)>'],
    ['http://pictures.example/a.png'],
    ['https://user:password@pictures.example/a.png'],
    ['//pictures.example/a.png'],
  ])('the picture %s shows initials instead', async (picture) => {
    const body = { accounts: [{ id: 1, type: 'twitter', name: 'A', picture }] };
    const result = await schedPilotClient.listAccounts(answering(body), 'key');
    expect(result).toMatchObject({ ok: true, value: { accounts: [{ id: '1', name: 'A' }] } });
    expect(JSON.stringify(result)).not.toContain('picture');
  });

  it('ids as text or as numbers means the same accounts', async () => {
    const as = async (id: unknown) => {
      const body = { accounts: [{ id, type: 'twitter', name: 'A' }] };
      return schedPilotClient.listAccounts(answering(body), 'key');
    };
    expect(await as('142')).toEqual(await as(142));
  });
});
