import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { massUnlistedNoticeId } from '@/utils/alerts/notification/notification-id';
import { openNotification } from '@/utils/alerts/notification/open-notification';
import { addConnection } from '@/utils/commands/add-connection';
import { readState } from '@/utils/state/read-state';
import { startWorker, startWorld } from '../../monitor/world';

async function openedBy(notificationId: string): Promise<string> {
  const create = vi.spyOn(fakeBrowser.tabs, 'create').mockClear();
  await openNotification(notificationId);
  return decodeURIComponent(String(create.mock.calls[0]?.[0].url));
}

describe('a click on a notification', () => {
  it('opens the place where an account is fixed', async () => {
    const { http, keys, now } = startWorld();
    const add = { label: 'One', profileIds: [] };
    await addConnection(http, { service: 'schedpilot', apiKey: keys.schedpilot, ...add });
    await addConnection(http, { service: 'synposter', apiKey: keys.synposter, ...add });
    await startWorker(http).run();
    const accounts = [...(await readState(now())).accounts.values()].flat();
    const keyOf = (name: string) =>
      accounts.find((account) => account.name === name || account.handle === name)?.key ?? '';

    expect(await openedBy(`${keyOf('Harbour Films')}@1>unlisted`)).toBe(
      'https://app.schedpilot.com',
    );
    expect(await openedBy(`${keyOf('alice')}@1>expired`)).toMatch(
      /options\.html#accounts\?account=.*twitter:1234567890$/,
    );
  });

  it('opens the service of accounts that are no longer listed', async () => {
    const { http, keys } = startWorld();
    const add = { label: 'One', profileIds: [] };
    await addConnection(http, { service: 'schedpilot', apiKey: keys.schedpilot, ...add });
    const { connections } = await readState(0);
    const targetId = connections[0]?.targets[0]?.id ?? '';
    expect(await openedBy(massUnlistedNoticeId(targetId, 1))).toBe('https://app.schedpilot.com');
  });

  it('opens the connection whose key is rejected', async () => {
    expect(await openedBy('c1@1>refused')).toMatch(/options\.html#connections\?edit=c1$/);
  });

  it.each(['cannot-save', 'set-aside'])('opens the page about storage for %s', async (id) => {
    expect(await openedBy(id)).toMatch(/options\.html#about$/);
  });

  it('opens the connections for a summary of rejected keys', async () => {
    expect(await openedBy('keys c1@1>refused')).toMatch(/options\.html#connections$/);
  });

  it('opens the list of accounts for a summary', async () => {
    expect(await openedBy('summary c1/twitter:1@1>expired')).toMatch(/options\.html#accounts$/);
  });
});
