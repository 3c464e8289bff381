import { describe, expect, it } from 'vitest';
import type { Account } from '@/utils/accounts/account';
import { refusedNotice } from '@/utils/alerts/notice';
import { currentNotifications } from '@/utils/alerts/still-current';
import type { OutgoingNotification } from '@/utils/state/outbox-schema';
import { account, appState, connection, monitoredConnection, now } from '../../builders';
import { waitingFor } from './alice';

describe('a notification that the browser did not accept', () => {
  const [trouble] = waitingFor('working', 'expired');
  const refused = refusedNotice(connection({ id: 'c2' }), now);
  const summary: OutgoingNotification = {
    id: 'summary',
    notices: [...(trouble ? [trouble] : []), refused],
  };
  const state = (status: Account['status']) =>
    appState([monitoredConnection(), monitoredConnection({ connection: { id: 'c2' } })], {
      c1: [account({ status })],
    });

  it('is shown with the notices that are still true', () => {
    expect(currentNotifications([summary], state('expired'), now)).toEqual([
      { id: 'summary', notices: [trouble] },
    ]);
    expect(currentNotifications([summary], state('active'), now)).toEqual([]);
  });

  it('stays whole if it is a reminder of several accounts', () => {
    const reminder = { ...summary, remindsOf: 2 };
    expect(currentNotifications([reminder], state('expired'), now)).toEqual([reminder]);
    expect(currentNotifications([reminder], state('active'), now)).toEqual([]);
  });
});
