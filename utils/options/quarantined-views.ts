import { saveFile } from '../export/save-file';
import { chatAddressesName, keysName } from '../state/items';
import { getValues } from '../storage/area';
import { type Quarantined, quarantineItem } from '../storage/health';
import { readItems } from '../storage/read-items';

/** A value that couldn't be read, for the page. */
export interface QuarantinedView {
  /** Its storage name, without ids. */
  name: string;
  /** ms since the epoch */
  at: number;
}

/** The values that couldn't be read, for the page. */
export function quarantinedViews(entries: readonly Quarantined[]): QuarantinedView[] {
  return entries.map(({ key, at }) => ({
    name: key.replace(/^\w+:/, '').replace(/\/.*/, ''),
    at,
  }));
}

/** Their storage names; an API key may be in either area. */
const secrets: readonly string[] = [keysName, chatAddressesName];

/** Saves them as a file, as they were stored. API keys and chats' addresses are left out. */
export async function saveQuarantined(): Promise<void> {
  const [entries] = await readItems([quarantineItem]);
  const shown = entries.filter(({ key }) => !secrets.includes(key.replace(/^\w+:/, '')));
  const found = await getValues(shown.map(({ movedTo }) => movedTo));
  const copies = shown.map(({ key, at }, i) => ({
    storedAs: key,
    setAsideAt: new Date(at).toISOString(),
    value: found[i],
  }));
  saveFile({
    name: 'still-connected-set-aside.json',
    type: 'application/json',
    text: JSON.stringify(copies, null, 2),
  });
}
