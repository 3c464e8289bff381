import { dequal } from 'dequal/lite';
import { applySettingsChange } from '../monitor/apply-settings';
import { forgetKnown, forgetTargets } from '../profiles/forget';
import { withoutBlock } from '../schedule/connection-block';
import {
  connectionStateItem,
  connectionsItem,
  policyItem,
  postsItem,
  settingsItem,
} from '../state/items';
import { type Policy, policyRecordItem, readPolicy } from '../state/managed-policy';
import { withChanges } from '../state/settings';
import { transaction } from '../storage/transaction';
import type { Transaction } from '../storage/unit-of-work';
import { connectionsUnderPolicy, type Fingerprinted } from './apply';

/**
 * Applies the organization's policy, one run at a time. Without a policy, which is the usual case, it
 * changes nothing.
 *
 * @param now the clock, in ms since the epoch
 * @param start runs the monitor after a change
 */
export function followPolicy(now: () => number, start: () => Promise<void>): Promise<void> {
  return navigator.locks.request('policy', async () => {
    if (await enforcePolicy(now())) await start();
  });
}

/**
 * Brings connections and settings into line with the policy.
 *
 * @param now ms since the epoch
 * @returns true where anything changed
 */
export async function enforcePolicy(now: number): Promise<boolean> {
  const policy = await readPolicy();
  const wanted = await Promise.all(
    policy.connections.map(async (entry) => ({
      ...entry,
      fingerprint: await fingerprintOf(entry.apiKey),
    })),
  );
  const settings = await transaction(now, (tx) => enforceSettings(tx, policy, now));
  const connections = await transaction(now, (tx) => enforceConnections(tx, wanted, now));
  return settings || connections;
}

async function enforceSettings(
  tx: Transaction,
  { settings, unreadable }: Policy,
  now: number,
): Promise<boolean> {
  const [own, before] = await tx.get([settingsItem, policyItem]);
  const next = { settings, unreadable: [...unreadable] };
  if (dequal(before, next)) return false;
  tx.put(policyItem, next);
  await applySettingsChange(tx, withChanges(own, settings), now);
  return true;
}

async function enforceConnections(
  tx: Transaction,
  wanted: readonly Fingerprinted[],
  now: number,
): Promise<boolean> {
  const [stored, record] = await tx.get([connectionsItem, policyRecordItem]);
  const applied = connectionsUnderPolicy(stored, record, wanted, now);
  if (dequal(applied.record, record) && dequal(applied.connections, stored)) return false;
  tx.put(connectionsItem, applied.connections);
  tx.put(policyRecordItem, applied.record);
  forgetTargets(tx, applied.dropped);
  if (applied.toDelete.length > 0) await forgetKnown(tx, applied.toDelete);
  for (const id of applied.rekeyed) {
    await tx.update(connectionStateItem(id), ({ profilesCheck: _old, ...state }) => ({
      ...withoutBlock(state),
      askedAt: now,
    }));
    // The new key may see other posts.
    tx.remove(postsItem(id));
  }
  return true;
}

/** The first half of the key's SHA-256, only ever compared with itself. */
async function fingerprintOf(key: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key));
  const half = [...new Uint8Array(hash, 0, 16)];
  return half.map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
