import { expect } from 'vitest';
import * as z from 'zod/mini';
import { type Account, accountSchema, type Listing } from '@/utils/accounts/account';
import { accountLabel } from '@/utils/accounts/account-label';
import { reconcile } from '@/utils/accounts/reconcile';
import { apis } from '@/utils/services/apis';
import { type ServiceId, serviceIds, services } from '@/utils/services/registry';
import { type Result, serviceErrorSchema } from '@/utils/services/result';
import type { ServiceApi } from '@/utils/services/service';
import { hour, minute, now } from '../builders';
import { answering } from './world';

export const target = { connectionId: 'c1', profileId: 'p1' };

export type Entry = Record<string, unknown>;

/** How a service lists its accounts. */
interface Answers {
  /** Where in an answer the entries are. */
  field: string;
  /** The fields of an entry whose text a person gets to see. */
  shown: readonly string[];
  /** A field without which an entry cannot be read. */
  needed: string;
  /** The field with an account's status, if the service has one. */
  statusField?: string;
  entry(n: number): Entry;
}

/** A service as seen by the tests of what every service must withstand. */
export interface Service extends Answers {
  id: ServiceId;
  name: string;
  client: ServiceApi;
}

const answers: Readonly<Record<ServiceId, Answers>> = {
  schedpilot: {
    field: 'accounts',
    shown: ['name', 'username', 'picture', 'image'],
    needed: 'type',
    entry: (n) => ({
      id: n,
      type: 'twitter',
      name: `Alice ${n}`,
      username: `alice${n}`,
      picture: `https://pictures.example/${n}.jpg`,
    }),
  },
  synposter: {
    field: 'data',
    shown: ['handle'],
    needed: 'status',
    statusField: 'status',
    entry: (n) => ({
      id: `acct_${n}`,
      profileId: 'p1',
      platform: 'twitter',
      platformAccountId: `${n}`,
      handle: `alice${n}`,
      status: 'active',
      scopes: ['tweet.write'],
      connectedAt: '2026-04-28T12:00:00Z',
      lastRefreshedAt: null,
    }),
  },
};

export const everyService: readonly Service[] = serviceIds.map((id) => ({
  id,
  name: services[id].name,
  client: apis[id],
  ...answers[id],
}));

/** What a service answers while all is well: four accounts. */
export function goodAnswer({ entry, field }: Service): Record<string, Entry[]> {
  return { [field]: [1, 2, 3, 4].map(entry) };
}

export function list({ client }: Service, body: unknown) {
  return client.listAccounts(answering(body), 'key', target.profileId);
}

/** The accounts of the good answer, known for an hour. */
export async function knownTo(service: Service): Promise<readonly Account[]> {
  const result = await list(service, goodAnswer(service));
  if (!result.ok) throw new Error('A good answer was not read');
  return reconcile(target, undefined, result.value, now - hour).accounts;
}

/** The known accounts after a target gave the same listing twice, a minute apart. */
export function afterTwoListings(known: readonly Account[], listing: Listing): readonly Account[] {
  const first = reconcile(target, known, listing, now);
  return reconcile(target, first.accounts, listing, now + minute).accounts;
}

function isHarmless(text: string): boolean {
  const isClean = text.isWellFormed() && !/[\p{Cc}\p{Bidi_Control}]/u.test(text);
  return isClean && text.length > 0 && [...text].length <= 220;
}

/** Expects what must be true of every result: it can be stored and shown safely. */
export function expectFit(result: Result<Listing>): void {
  if (!result.ok) {
    expect(serviceErrorSchema.safeParse(result.error).success).toBe(true);
    return;
  }
  const { accounts } = reconcile(target, undefined, result.value, now);
  const stored: unknown = JSON.parse(JSON.stringify(accounts));
  expect(z.array(accountSchema).safeParse(stored)).toEqual({ success: true, data: accounts });
  for (const account of accounts) {
    const { name, handle, platform, reportedStatus, picture } = account;
    const texts = [accountLabel(account), platform, name, handle, reportedStatus];
    expect(texts.filter((text) => text !== undefined && !isHarmless(text))).toEqual([]);
    if (picture !== undefined) expect(picture).toMatch(/^https:\/\//);
  }
}
