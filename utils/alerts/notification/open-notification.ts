import { browser } from 'wxt/browser';
import { openOptions } from '../../open-options';
import { services } from '../../services/registry';
import { readSchedule } from '../../state/read-state';
import { destinationOf } from './notification-id';

/** Opens the page that solves what a notification is about, and clears the notification. */
export async function openNotification(notificationId: string): Promise<void> {
  await browser.notifications.clear(notificationId);
  const destination = destinationOf(notificationId);
  if ('view' in destination) return openOptions(destination);
  const { targetId, ...account } = destination;
  const { connections } = await readSchedule(Date.now());
  const found = connections.find(({ targets }) => targets.some(({ id }) => id === targetId));
  const service = found && services[found.connection.service];
  // Our own page, if the service can reconnect from there; otherwise the service's dashboard.
  if (service && !service.reconnects) await browser.tabs.create({ url: service.dashboardUrl });
  else await openOptions({ view: 'accounts', ...account });
}
