import { browser } from 'wxt/browser';
import { send } from '../commands/messages';
import { openOptions } from '../open-options';
import { hostAccess } from '../requests/host-access';
import type { ConnectionAlert } from './popup-view';

/** What an alert's button does about a problem. `removed`: the user removed the accounts. */
export type Fix = 'key' | 'profile' | 'access' | 'again' | 'check' | 'removed';

/**
 * Fixes a connection's problem, or opens the page that does. Call it while the click still counts as
 * a user gesture: the browser asks for host access only then.
 *
 * @returns whether checking again now makes sense
 * @throws where the background couldn't carry it out
 */
export async function fixProblem(
  fix: Fix,
  { connectionId, service, trouble }: ConnectionAlert,
): Promise<boolean> {
  switch (fix) {
    case 'key':
    case 'profile':
      await openOptions({ view: 'connections', edit: connectionId });
      return false;
    case 'access':
      return browser.permissions.request(hostAccess(service));
    case 'again':
    case 'check':
      return true;
    case 'removed':
      await send('forgetLostAccounts', {
        connectionId,
        are: trouble.kind === 'doubted' ? 'doubted' : 'unlisted',
      });
      return false;
  }
}
