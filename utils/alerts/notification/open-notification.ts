import { browser } from 'wxt/browser';
import { targetIdOfAccount } from '../../accounts/identity';
import { openOptions } from '../../open-options';
import type { Route } from '../../route';
import { services } from '../../services/registry';
import { storageProblems } from '../../state/app-state';
import { readSchedule } from '../../state/read-state';

/** The options page at a route, or whatever solves a target's problem. */
type Destination = Route | { targetId: string; account?: string };

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

/** What a click on a notification opens, by its id (notification-id.ts). */
export function destinationOf(id: string): Destination {
  if (storageProblems.some((problem) => problem === id)) return { view: 'about' };
  if (id.startsWith('keys ')) return { view: 'connections' };
  const [, subject, kind] = /^(?!summary )(.+)@\d+>([a-z-]+)$/.exec(id) ?? [];
  if (subject === undefined) return { view: 'accounts' };
  if (kind === 'mass-unlisted') return { targetId: subject };
  if (kind === 'refused' || kind === 'key-lost') return { view: 'connections', edit: subject };
  return { targetId: targetIdOfAccount(subject), account: subject };
}
