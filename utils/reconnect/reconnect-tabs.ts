import { browser } from 'wxt/browser';
import { checksAfterReturn } from '../schedule/reconnect-checks';
import { services } from '../services/registry';
import { targetStateItem } from '../state/items';
import { reconnectTabsItem } from '../state/session-items';
import { readItems } from '../storage/read-items';
import { transaction } from '../storage/transaction';

interface Change {
  status?: string | undefined;
}

/**
 * Notices when somebody comes back from granting access: their tab is closed, or is on a page of
 * the service again. The listeners are there only meanwhile: as lasting ones they would start the
 * worker for every tab of the browser. A worker that was stopped meanwhile takes them up again
 * when it next starts, which is for the next look at the latest.
 *
 * @param now ms since the epoch
 * @param onReturn called once the looks that follow are stored
 */
export function createReconnectTabs(now: () => number, onReturn: () => void) {
  const look = async (tabId: number, { isClosed }: { isClosed: boolean }) => {
    if (await lookSoon(tabId, isClosed, now())) onReturn();
    const [left] = await readItems([reconnectTabsItem]);
    if (left.length === 0) stop();
  };
  const onRemoved = (tabId: number) => void look(tabId, { isClosed: true });
  const onUpdated = (tabId: number, { status }: Change, { url }: { url?: string | undefined }) => {
    if (status === 'complete' && isOfService(url)) void look(tabId, { isClosed: false });
  };
  const stop = () => {
    browser.tabs.onRemoved.removeListener(onRemoved);
    browser.tabs.onUpdated.removeListener(onUpdated);
  };
  return {
    /** Takes up the tabs that are open for a reconnect. */
    async follow(): Promise<void> {
      const [tabs] = await readItems([reconnectTabsItem]);
      if (tabs.length === 0) return;
      browser.tabs.onRemoved.addListener(onRemoved);
      browser.tabs.onUpdated.addListener(onUpdated);
      for (const { tabId } of tabs) {
        await browser.tabs.get(tabId).catch(() => look(tabId, { isClosed: true }));
      }
    },
  };
}

/** The browser tells us addresses of the hosts that we may reach, and no others. */
function isOfService(url: string | undefined): boolean {
  return Object.values(services).some(({ origin }) => url?.startsWith(`${origin}/`));
}

/** @returns whether the tab was one that we follow, of a target that is still watched */
function lookSoon(tabId: number, isClosed: boolean, now: number): Promise<boolean> {
  return transaction(now, async (tx) => {
    const [tabs] = await tx.get([reconnectTabsItem]);
    const tab = tabs.find((other) => other.tabId === tabId);
    if (!tab) return false;
    if (isClosed) {
      tx.put(
        reconnectTabsItem,
        tabs.filter((other) => other !== tab),
      );
    }
    const [state] = await tx.get([targetStateItem(tab.target)]);
    if (!state) return false;
    const reconnecting = { account: tab.account, looks: checksAfterReturn(now) };
    tx.put(targetStateItem(tab.target), { ...state, reconnecting });
    return true;
  });
}
