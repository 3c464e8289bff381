import type { Account } from '@/utils/accounts/account';
import type { Target } from '@/utils/accounts/identity';
import { reconcile } from '@/utils/accounts/reconcile';
import { synposterApi } from '@/utils/services/synposter/api';
import { accountsItem } from '@/utils/state/items';
import { toStored } from '@/utils/storage/item';

/*
 * The way of an answer to what is stored, as the background goes it. Bundled by bundle.ts, because
 * Node does not resolve the product's imports.
 */

/** @returns the accounts of one profile's answer, brought together with those known before */
export async function check(
  target: Required<Target>,
  response: Response,
  before: readonly Account[] | undefined,
  now: number,
): Promise<readonly Account[]> {
  const http = { fetch: async () => response, now: () => now, online: () => true };
  const listed = await synposterApi.listAccounts(http, 'key', target.profileId);
  if (!listed.ok) throw new Error(`The answer was not read: ${listed.error.kind}`);
  const { accounts } = reconcile(target, before, listed.value, now);
  toStored(accountsItem(target.profileId), [...accounts]);
  return accounts;
}
