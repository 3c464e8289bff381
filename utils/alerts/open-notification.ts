import { browser } from 'wxt/browser';
import { targetIdOfAccount } from '../accounts/identity';
import { openOptions } from '../open-options';
import { services } from '../services/registry';
import { readSchedule } from '../state/read-state';
import { parseNotificationId } from './notification-id';

/** Opens the place where that of which a notification tells is mended, and takes it away. */
export async function openNotification(notificationId: string): Promise<void> {
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
      await openPlaceOfTarget(targetIdOfAccount(about.account), { account: about.account });
      break;
    case 'target':
      await openPlaceOfTarget(about.targetId);
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
async function openPlaceOfTarget(targetId: string, shown?: { account: string }): Promise<void> {
  const { connections } = await readSchedule(Date.now());
  const found = connections.find(({ targets }) => targets.some(({ id }) => id === targetId));
  const service = found && services[found.connection.service];
  if (service && !service.reconnects) await browser.tabs.create({ url: service.dashboardUrl });
  else await openOptions({ view: 'accounts', ...shown });
}
