import { dequal } from 'dequal/lite';
import type { ConnectionState } from '../monitor/connection';
import { forgetKnown, forgetTargets } from '../monitor/forget';
import { settle } from '../monitor/settle';
import { withChanges } from '../settings';
import {
  connectionStateItem,
  connectionsItem,
  policyItem,
  settingsItem,
  stakeItem,
} from '../storage/items';
import { policyLedgerItem, readPolicy } from '../storage/managed';
import { transaction } from '../storage/transaction';
import type { Transaction } from '../storage/writing';
import { applyPolicy, type Fingerprinted } from './apply';
import type { Policy } from './policy';

/**
 * Brings connections and settings into line with the organization's policy.
 *
 * @param now ms since the epoch
 * @returns whether anything was not as the policy has it
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
  await settle(tx, inForce, withChanges(own, settings), now);
  return true;
}

async function enforceConnections(
  tx: Transaction,
  wanted: readonly Fingerprinted[],
  now: number,
): Promise<boolean> {
  const [stored, ledger] = await tx.get([connectionsItem, policyLedgerItem]);
  const applied = applyPolicy(stored, ledger, wanted, now);
  if (dequal(applied.ledger, ledger) && dequal(applied.connections, stored)) return false;
  tx.put(connectionsItem, applied.connections);
  tx.put(policyLedgerItem, applied.ledger);
  forgetTargets(tx, applied.dropped);
  if (applied.expired.length > 0) await forgetKnown(tx, applied.expired);
  for (const id of applied.rekeyed) {
    const [state] = await tx.get([connectionStateItem(id)]);
    tx.put(connectionStateItem(id), withNewKey(state, now));
    // Another key may see other posts.
    tx.remove(stakeItem(id));
  }
  return true;
}

/** What was said of the old key says nothing of the new one. */
function withNewKey(state: ConnectionState, now: number): ConnectionState {
  const { refusedSince: _refused, blocked: _blocked, profilesLook: _look, ...rest } = state;
  return { ...rest, askedAt: now };
}

/** The first half of a key's hash: it is compared with nothing but itself. */
async function fingerprintOf(key: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key));
  return [...new Uint8Array(hash).slice(0, 16)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
