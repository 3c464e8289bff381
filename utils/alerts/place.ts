import { browser } from 'wxt/browser';
import { targetIdOfAccount } from '../accounts/identity';
import { openOptions } from '../open-options';
import { services } from '../services/registry';
import { readSchedule } from '../storage/read';
import { parseNotificationId } from './notification-id';

/** Opens the place where that of which a notification tells is mended, and takes it away. */
export async function openPlaceOf(notificationId: string): Promise<void> {
  await browser.notifications.clear(notificationId);
  const about = parseNotificationId(notificationId);
  switch (about.kind) {
    case 'connection':
      await openOptions({ view: 'connections', edit: about.connectionId });
      break;
    case 'connections':
      await openOptions({ view: 'connections' });
      break;
    case 'account':
      await openPlaceOfAccount(about.account);
      break;
    case 'storage':
      await openOptions({ view: 'about' });
      break;
    case 'other':
      await openOptions({ view: 'accounts' });
      break;
  }
}

/** Where the service can reconnect, our own page offers it; else its dashboard is the place. */
async function openPlaceOfAccount(account: string): Promise<void> {
  const { connections } = await readSchedule(Date.now());
  const id = targetIdOfAccount(account);
  const found = connections.find(({ targets }) => targets.some((target) => target.id === id));
  const service = found && services[found.connection.service];
  if (service && !service.reconnects) await browser.tabs.create({ url: service.dashboardUrl });
  else await openOptions({ view: 'accounts', account });
}
