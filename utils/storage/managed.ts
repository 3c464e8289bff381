import { browser } from 'wxt/browser';
import { emptyLedger, type PolicyLedger, policyLedgerSchema } from '../policy/ledger';
import { type Policy, parsePolicy } from '../policy/policy';
import type { Item } from './item';

/*
 * What the organization's policy says, keys and all. Only the background imports this file, and a
 * test holds pages to it.
 */

/** The policy as it is now; empty where there is none. */
export async function readPolicy(): Promise<Policy> {
  // Firefox rejects where no policy is set, which is how most people have it.
  const raw = await browser.storage.managed.get(['connections', 'settings']).catch(() => ({}));
  return parsePolicy(raw);
}

/** The key that the policy has for a connection; `undefined` where it has none any more. */
export async function readManagedKey(connectionId: string): Promise<string | undefined> {
  const { connections } = await readPolicy();
  return connections.find(({ id }) => id === connectionId)?.apiKey;
}

export const policyLedgerItem: Item<PolicyLedger> = {
  key: 'local:policy-ledger',
  version: 1,
  schema: policyLedgerSchema,
  initial: emptyLedger,
};
