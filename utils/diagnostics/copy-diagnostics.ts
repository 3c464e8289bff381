import { browser } from 'wxt/browser';
import { hasAccess } from '../requests/host-access';
import { serviceIds } from '../services/registry';
import { type Chat, chatOutboxItem, chatStateItem, chatsItem } from '../state/chat/chat';
import { historyItem, outboxItem } from '../state/items';
import { readState } from '../state/read-state';
import { checkLogItem, unparsedAnswerItem } from '../state/session-items';
import { quarantineItem } from '../storage/health';
import { readItems } from '../storage/read-items';
import { copyText } from '../view/copy-text';
import { type DiagnosticFacts, diagnosticsText } from './diagnostics';

/** Copies diagnostics to the clipboard; @returns what to tell the user. */
export async function copyDiagnostics(options: { withNames: boolean }): Promise<string> {
  const now = Date.now();
  return copyText(diagnosticsText(await gatherFacts(now), now, options));
}

async function gatherFacts(now: number): Promise<DiagnosticFacts> {
  const [appState, [checks, history, outbox, quarantine], alarms, usedBytes, ...granted] =
    await Promise.all([
      readState(now),
      readItems([checkLogItem, historyItem, outboxItem, quarantineItem]),
      browser.alarms.getAll(),
      browser.storage.local.getBytesInUse(null),
      ...serviceIds.map(async (id) => [id, await hasAccess(id)] as const),
    ]);
  const unparsedAnswer = await readItems(
    appState.connections.map(({ connection }) => unparsedAnswerItem(connection.id)),
  );
  return {
    appState,
    unparsedAnswer,
    chats: await gatherChats(),
    checks,
    events: history.length,
    waiting: outbox.waiting.length + outbox.notifications.length,
    quarantine: quarantine.map(({ key }) => key),
    alarms,
    access: Object.fromEntries(granted),
    version: browser.runtime.getManifest().version,
    userAgent: navigator.userAgent,
    usedBytes,
  };
}

function gatherChats(): Promise<DiagnosticFacts['chats']> {
  const factsOf = async (chat: Chat) => {
    const items = [chatStateItem(chat.id), chatOutboxItem(chat.id)] as const;
    const [state, { waiting, notifications }] = await readItems(items);
    return { chat, state, waiting: waiting.length + notifications.length };
  };
  return readItems([chatsItem]).then(([chats]) => Promise.all(chats.map(factsOf)));
}
