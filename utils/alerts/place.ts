import { browser } from 'wxt/browser';
import { targetIdOfAccount } from '../accounts/identity';
import { services } from '../services/registry';
import { readSchedule } from '../storage/read';
import { parseNotificationId } from './notification-id';

/** Opens the place where that of which a notification tells is mended, and takes it away. */
export async function openPlaceOf(notificationId: string): Promise<void> {
  await browser.notifications.clear(notificationId);
  await browser.tabs.create({ url: await placeOf(notificationId) });
}

async function placeOf(notificationId: string): Promise<string> {
  const about = parseNotificationId(notificationId);
  switch (about.kind) {
    case 'connection':
      return optionsUrl(`#connections?edit=${encodeURIComponent(about.connectionId)}`);
    case 'account': {
      const { connections } = await readSchedule(Date.now());
      const id = targetIdOfAccount(about.account);
      const found = connections.find(({ targets }) => targets.some((target) => target.id === id));
      const service = found && services[found.connection.service];
      if (service && !service.reconnects) return service.dashboardUrl;
      return optionsUrl(`#accounts?account=${encodeURIComponent(about.account)}`);
    }
    case 'other':
      return optionsUrl('#accounts');
  }
}

function optionsUrl(hash: string): string {
  return `${browser.runtime.getURL('/options.html')}${hash}`;
}
