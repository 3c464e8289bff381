import { dequal } from 'dequal/lite';
import { applySettingsChange } from '../monitor/apply-settings';
import { forgetKnown, forgetTargets } from '../profiles/forget';
import type { ConnectionState } from '../state/connection';
import {
  connectionStateItem,
  connectionsItem,
  policyItem,
  postsItem,
  settingsItem,
} from '../state/items';
import type { Policy } from '../state/managed-policy';
import { policyRecordItem, readPolicy } from '../state/managed-policy';
import { withChanges } from '../state/settings';
import { hashOfKey } from '../storage/key-hash';
import { transaction } from '../storage/transaction';
import type { Transaction } from '../storage/unit-of-work';
import { connectionsUnderPolicy, type Fingerprinted } from './apply';

/**
 * Brings connections and settings into line with the organization's policy.
 *
 * @param now ms since the epoch
 * @returns true where anything changed
 */
export async function enforcePolicy(now: number): Promise<boolean> {
  const policy = await readPolicy();
  const wanted = await Promise.all(
    policy.connections.map(
      async (entry): Promise<Fingerprinted> => ({
        ...entry,
        fingerprint: await fingerprintOf(entry.apiKey),
      }),
    ),
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
  const inForce = withChanges(own, before.settings);
  await applySettingsChange(tx, inForce, withChanges(own, settings), now);
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
    const [state] = await tx.get([connectionStateItem(id)]);
    tx.put(connectionStateItem(id), withNewKey(state, now));
    // The new key may see other posts.
    tx.remove(postsItem(id));
  }
  return true;
}

/** Drops what was learned from the old key. */
function withNewKey(state: ConnectionState, now: number): ConnectionState {
  const {
    refusedOnceAt: _once,
    refusedSince: _refused,
    blocked: _blocked,
    profilesCheck: _profiles,
    ...rest
  } = state;
  return { ...rest, askedAt: now };
}

/** The first half of the key's hash, only ever compared with itself. */
async function fingerprintOf(key: string): Promise<string> {
  const hash = await hashOfKey(key);
  return hash.slice(0, hash.length / 2);
}
