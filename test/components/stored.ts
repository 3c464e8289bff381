import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { AccountEvent } from '@/utils/accounts/history/event';
import { day, event, hour, minute } from '../builders';
import { itemsOf, type State, sketchesAt } from '../sketches';
import { now } from './now';

export { day, hour, minute, now, type State };
export const { good, failed, schedPilot, synposter } = sketchesAt(now);

/** Puts a state where the pages read it, in the form that the background writes it in. */
export async function store(state: State): Promise<void> {
  await fakeBrowser.storage.local.set(itemsOf(state, now));
}

/** A change of one of `synposter`’s accounts; unless said otherwise, @alice expired on X. */
export function eventAt(at: number, changes: Partial<AccountEvent> = {}): AccountEvent {
  const account = changes.account ?? 'sy/p1/twitter#alice';
  const to = changes.to ?? 'expired';
  return event({ id: `${account}@${at}>${to}`, at, ...changes, account });
}
