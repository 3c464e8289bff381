import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { noticeId } from '@/utils/alerts/notification/notification-id';
import { openNotification } from '@/utils/alerts/notification/open-notification';
import { readState } from '@/utils/state/read-state';
import { keyOf } from '../../monitor/stored';
import { connect, startCheckedWorld, startWorld } from '../../monitor/world';

async function openedBy(notificationId: string): Promise<string> {
  const create = vi.spyOn(fakeBrowser.tabs, 'create').mockClear();
  await openNotification(notificationId);
  return decodeURIComponent(String(create.mock.calls[0]?.[0].url));
}

describe('a click on a notification', () => {
  it('opens the place where an account is fixed', async () => {
    const world = await startCheckedWorld();
    expect(await openedBy(`${await keyOf(world, 'Harbour Films')}@1>unlisted`)).toBe(
      'https://app.schedpilot.com',
    );
    expect(await openedBy(`${await keyOf(world, 'alice')}@1>expired`)).toMatch(
      /options\.html#accounts\?account=.*twitter:1234567890$/,
    );
  });

  it('opens the service of accounts that are no longer listed', async () => {
    await connect(startWorld(), 'schedpilot');
    const { connections } = await readState(0);
    const targetId = connections[0]?.targets[0]?.id ?? '';
    expect(await openedBy(noticeId(targetId, 1, 'mass-unlisted'))).toBe(
      'https://app.schedpilot.com',
    );
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
