import { browser } from 'wxt/browser';
import { checksAfterReturn } from '../schedule/reconnect-checks';
import { services } from '../services/registry';
import { targetStateItem } from '../state/items';
import { reconnectTabsItem } from '../state/session-items';
import { readItems } from '../storage/read-items';
import { transaction } from '../storage/transaction';

/**
 * Notices when somebody returns from granting access: their tab is closed, or back on the service's
 * page. The listeners exist only meanwhile, because permanent ones would start the worker for every
 * tab. A worker stopped meanwhile adds them again at its next start, at the latest for the next
 * check.
 *
 * @param now ms since the epoch
 */
export function createReconnectTabs(now: () => number, onReturn: () => void) {
  const recheck = async (tabId: number, { isClosed }: { isClosed: boolean }) => {
    if (await checkSoon(tabId, isClosed, now())) onReturn();
    const [left] = await readItems([reconnectTabsItem]);
    if (left.length === 0) stop();
  };
  const onRemoved = (tabId: number) => void recheck(tabId, { isClosed: true });
  const onUpdated = (
    tabId: number,
    { status }: { status?: string | undefined },
    { url }: { url?: string | undefined },
  ) => {
    if (status === 'complete' && isServicePage(url)) void recheck(tabId, { isClosed: false });
  };
  const stop = () => {
    browser.tabs.onRemoved.removeListener(onRemoved);
    browser.tabs.onUpdated.removeListener(onUpdated);
  };
  return {
    /** Follows the tabs open for a reconnect. */
    async follow(): Promise<void> {
      const [tabs] = await readItems([reconnectTabsItem]);
      if (tabs.length === 0) return;
      browser.tabs.onRemoved.addListener(onRemoved);
      browser.tabs.onUpdated.addListener(onUpdated);
      for (const { tabId } of tabs) {
        await browser.tabs.get(tabId).catch(() => recheck(tabId, { isClosed: true }));
      }
    },
  };
}

/** The browser only reveals addresses of hosts that we may reach. */
function isServicePage(url: string | undefined): boolean {
  return Object.values(services).some(({ origin }) => url?.startsWith(`${origin}/`));
}

/** @returns true where the tab is one we follow, of a target that is still monitored */
function checkSoon(tabId: number, isClosed: boolean, now: number): Promise<boolean> {
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
    const reconnecting = { account: tab.account, checksAt: checksAfterReturn(now) };
    tx.put(targetStateItem(tab.target), { ...state, reconnecting });
    return true;
  });
}
