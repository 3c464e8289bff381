import fc from 'fast-check';
import { type ListedAccount, type Listing, listedStatuses } from '@/utils/accounts/account';
import { type Reconciled, reconcile } from '@/utils/accounts/reconcile';
import { now, target } from '../builders';

const recordIds = ['1', '2', '3', '4'] as const;

/** Few values, so that records collide: one account under two ids, two accounts on a platform. */
const anyListed: fc.Arbitrary<ListedAccount> = fc.record(
  {
    id: fc.constantFrom(...recordIds, '\ud800'),
    platform: fc.constantFrom('twitter', 'linkedin'),
    status: fc.constantFrom(...listedStatuses),
    platformAccountId: fc.constantFrom('100', '200', ''),
    handle: fc.constantFrom('alice', 'bob'),
    scopes: fc.constantFrom(['tweet.read', 'tweet.write'], ['tweet.read']),
    connectedAt: fc.constantFrom('2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z', 'yesterday'),
  },
  { requiredKeys: ['id', 'platform', 'status'] },
);

const anyListing: fc.Arbitrary<Listing> = fc.record({
  accounts: fc.array(anyListed, { maxLength: 4 }),
  unreadable: fc.record({
    ids: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.subarray([...recordIds])),
    unidentified: fc.constantFrom(0, 0, 0, 1),
  }),
});

export interface Step {
  before: Reconciled['accounts'] | undefined;
  listing: Listing;
  at: number;
  after: Reconciled;
}

/** What a target goes through, listing by listing; now and then its clock is set back. */
export const anyCourse: fc.Arbitrary<Step[]> = fc
  .array(
    fc.record({
      listing: anyListing,
      gap: fc.constantFrom(1, 1_000, 59_999, 60_000, 61_000, 900_000, -90_000),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((visits) => {
    const steps: Step[] = [];
    let at = now;
    for (const { listing, gap } of visits) {
      at += gap;
      const before = steps.at(-1)?.after.accounts;
      steps.push({ before, listing, at, after: reconcile(target, before, listing, at) });
    }
    return steps;
  });
