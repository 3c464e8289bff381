import * as z from 'zod/mini';
import { defineItem } from '../storage/item';
import type { Transaction } from '../storage/unit-of-work';
import { isManagedId } from './connection';
import type { KeyKeptUntil } from './connection-fields';
import { keysName } from './items';
import { readManagedKey } from './managed-policy';

/* API keys by connection. Only the background imports this file; a test enforces it. */

const schema = z.catchall(z.object({}), z.string());

export const keptKeysItem = defineItem(`local:${keysName}`, schema, {});

/** In memory until the browser closes. On disk only if it can't be read: see quarantine.ts. */
export const sessionKeysItem = defineItem(`session:${keysName}`, schema, {});

/**
 * A connection's key; `undefined` where it was only kept until the browser closed. A key set by
 * policy is read from the policy and never copied.
 */
export async function readKey(tx: Transaction, connectionId: string): Promise<string | undefined> {
  if (isManagedId(connectionId)) return readManagedKey(connectionId);
  const [kept, session] = await tx.get([keptKeysItem, sessionKeysItem]);
  return kept[connectionId] ?? session[connectionId];
}

/**
 * Stores a key for as long as the user wants. A key in memory stays there until the disk has it:
 * until then it is the only copy.
 */
export async function putKey(
  tx: Transaction,
  connectionId: string,
  key: string,
  until: KeyKeptUntil = 'removed',
): Promise<void> {
  const [kept, session] = await tx.get([keptKeysItem, sessionKeysItem]);
  const { [connectionId]: onDisk, ...others } = kept;
  if (until === 'removed') tx.put(keptKeysItem, { ...kept, [connectionId]: key });
  else if (onDisk !== undefined) tx.put(keptKeysItem, others);
  if (until === 'browser-closes' || session[connectionId] !== undefined) {
    tx.put(sessionKeysItem, { ...session, [connectionId]: key });
  }
}

/** Deletes a connection's key, wherever it is kept. */
export async function forgetKey(tx: Transaction, connectionId: string): Promise<void> {
  for (const item of [keptKeysItem, sessionKeysItem]) {
    const [{ [connectionId]: key, ...others }] = await tx.get([item]);
    if (key !== undefined) tx.put(item, others);
  }
}
