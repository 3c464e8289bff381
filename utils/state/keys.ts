import * as z from 'zod/mini';
import type { Item } from '../storage/item';
import type { Transaction } from '../storage/unit-of-work';
import { isManagedId } from './connection';
import { keysName } from './items';
import { readManagedKey } from './managed-policy';

/*
 * API keys by connection. Only the background imports this file, and a test holds pages to it.
 */

type Keys = Record<string, string>;
const schema = z.catchall(z.object({}), z.string());

export const keptKeysItem: Item<Keys> = {
  key: `local:${keysName}`,
  version: 1,
  schema,
  initial: {},
};

/** Held in memory by the browser until it closes, and never on disk. */
export const sessionKeysItem: Item<Keys> = {
  key: `session:${keysName}`,
  version: 1,
  schema,
  initial: {},
};

/**
 * The key of a connection; `undefined` where it was kept only until the browser closed. A key that
 * the organization's policy sets stays there, and is copied nowhere.
 */
export async function readKey(tx: Transaction, connectionId: string): Promise<string | undefined> {
  if (isManagedId(connectionId)) return readManagedKey(connectionId);
  const [kept, session] = await tx.get([keptKeysItem, sessionKeysItem]);
  return kept[connectionId] ?? session[connectionId];
}

/**
 * Puts a key where the user wants it kept, and takes it from the disk where that is in memory alone.
 * A copy in memory stays beside the one on the disk: until the disk has it, it is the only one.
 */
export async function putKey(
  tx: Transaction,
  connectionId: string,
  key: string,
  until: 'removed' | 'browser-closes',
): Promise<void> {
  const [kept, session] = await tx.get([keptKeysItem, sessionKeysItem]);
  const { [connectionId]: onDisk, ...others } = kept;
  if (until === 'removed') tx.put(keptKeysItem, { ...kept, [connectionId]: key });
  else if (onDisk !== undefined) tx.put(keptKeysItem, others);
  if (until === 'browser-closes' || session[connectionId] !== undefined) {
    tx.put(sessionKeysItem, { ...session, [connectionId]: key });
  }
}

/** Forgets a connection's key, wherever it is kept. */
export async function forgetKey(tx: Transaction, connectionId: string): Promise<void> {
  for (const item of [keptKeysItem, sessionKeysItem]) {
    const [{ [connectionId]: key, ...others }] = await tx.get([item]);
    if (key !== undefined) tx.put(item, others);
  }
}
