import { browser } from 'wxt/browser';
import { hasAccess } from '../monitor/host-access';
import { serviceIds } from '../services/registry';
import { historyItem, outboxItem, setAsideItem } from '../storage/items';
import { readItems, readWatched } from '../storage/read';
import { checkLogItem } from '../storage/session-items';
import { copyText } from './copy-text';
import { type DiagnosticFacts, diagnosticsText } from './diagnostics';

/** Puts diagnostics on the clipboard; @returns what to say of it. */
export async function copyDiagnostics(options: { withNames: boolean }): Promise<string> {
  const now = Date.now();
  return copyText(diagnosticsText(await gatherFacts(now), now, options));
}

async function gatherFacts(now: number): Promise<DiagnosticFacts> {
  const [watched, [checks, history, outbox, setAside], alarms, usedBytes, ...granted] =
    await Promise.all([
      readWatched(now),
      readItems([checkLogItem, historyItem, outboxItem, setAsideItem]),
      browser.alarms.getAll(),
      browser.storage.local.getBytesInUse(null),
      ...serviceIds.map(async (id) => [id, await hasAccess(id)] as const),
    ]);
  return {
    watched,
    checks,
    events: history.length,
    waiting: outbox.waiting.length + outbox.parcels.length,
    setAside: setAside.map(({ key }) => key),
    alarms,
    access: Object.fromEntries(granted),
    version: browser.runtime.getManifest().version,
    userAgent: navigator.userAgent,
    usedBytes,
  };
}
