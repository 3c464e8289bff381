import type { ServiceId } from '../services/registry';
import { readKey } from '../state/api-keys';
import { connectionsItem } from '../state/items';
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
  for (const { id, label, ...other } of connections) {
    if (other.service !== service || id === connectionId) continue;
    if ((await readKey(tx, id)) === apiKey) return { kind: 'same-key', connectionId: id, label };
  }
  return undefined;
}
