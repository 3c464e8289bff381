import { type Settings, withChanges } from '../settings';
import { policyItem, settingsItem } from './items';
import type { Transaction } from './writing';

/** The user's settings, with what the organization sets over them. */
export async function settingsInForce(tx: Pick<Transaction, 'get'>): Promise<Settings> {
  const [own, policy] = await tx.get([settingsItem, policyItem]);
  return withChanges(own, policy.settings);
}
