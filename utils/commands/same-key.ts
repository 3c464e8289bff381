import type { ServiceId } from '../services/registry';
import { readKey } from '../state/api-keys';
import { connectionsItem } from '../state/items';
import { hashOfKey } from '../storage/key-hash';
import type { Transaction } from '../storage/unit-of-work';
import type { SaveReply } from './messages';

/** A key about to be saved, and its connection where there is one already. */
interface Entered {
  service: ServiceId;
  apiKey: string;
  connectionId?: string;
}

/**
 * The answer where another connection of the service has this key already: a second one would list
 * the same accounts and use the reads twice. `undefined` where none has it.
 */
export async function refuseSameKey(
  tx: Transaction,
  { service, apiKey, connectionId }: Entered,
): Promise<SaveReply | undefined> {
  const [connections] = await tx.get([connectionsItem]);
  const others = connections.filter(
    (other) => other.service === service && other.id !== connectionId,
  );
  if (others.length === 0) return undefined;
  const hash = await hashOfKey(apiKey);
  for (const { id, label } of others) {
    const key = await readKey(tx, id);
    if (key !== undefined && (await hashOfKey(key)) === hash) {
      return { kind: 'same-key', connectionId: id, label };
    }
  }
  return undefined;
}
