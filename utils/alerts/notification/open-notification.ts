import { browser } from 'wxt/browser';
import { targetIdOfAccount } from '../../accounts/identity';
import { openOptions } from '../../open-options';
import { services } from '../../services/registry';
import { readSchedule } from '../../state/read-state';
import { parseNotificationId } from './notification-id';

/** Opens the page that solves what a notification is about, and clears the notification. */
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

/** Our own page, if the service can reconnect from there; otherwise the service's dashboard. */
async function openPlaceOfTarget(targetId: string, shown?: { account: string }): Promise<void> {
  const { connections } = await readSchedule(Date.now());
  const found = connections.find(({ targets }) => targets.some(({ id }) => id === targetId));
  const service = found && services[found.connection.service];
  if (service && !service.reconnects) await browser.tabs.create({ url: service.dashboardUrl });
  else await openOptions({ view: 'accounts', ...shown });
}
