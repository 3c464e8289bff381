import { expect, it } from 'vitest';
import { keyLostNotice, refusedNotice } from '@/utils/alerts/notice';
import { prepareForChat } from '@/utils/chats/outbox-of-chat';
import { appState, connection, now } from '../builders';
import { allKinds } from './world';

const chat = {
  id: 'slack',
  service: 'slack',
  label: 'Team',
  addressHint: 'k1Q',
  addedAt: now,
  on: true,
  kinds: allKinds,
  clients: ['Acme'],
} as const;

it('a chat of one client keeps notices of a policy that has not loaded yet', () => {
  const managed = connection({ id: 'managed:schedpilot:id:team' });
  const waiting = [refusedNotice(managed, now), keyLostNotice(managed, 'browser-closed', now)];
  const prepared = prepareForChat(
    { waiting, notifications: [] },
    { ...chat, clients: [...chat.clients] },
    appState([]),
    [managed.id],
    now,
  );
  expect(prepared).toEqual({ waiting, notifications: [] });
});
