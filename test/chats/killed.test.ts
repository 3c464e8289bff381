import { afterEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createChatSender } from '@/utils/chats/deliver';
import type { Http } from '@/utils/services/http';
import { type ChatWorld, startChatWorld } from './world';

const { set } = fakeBrowser.storage.local;
afterEach(() => {
  fakeBrowser.storage.local.set = set;
});

const handles = ['alice', 'alice_support', 'northwind_eu'];

/** A chat with three messages that wait to be posted. */
async function startWithMessages(): Promise<{ world: ChatWorld; address: string }> {
  const world = await startChatWorld();
  const { address } = await world.add('slack');
  for (const handle of handles) world.expire(handle);
  world.pass(16);
  await world.check();
  return { world, address };
}

/**
 * Sends with a background that is killed at its `step`th request or write: nothing it does from
 * then on reaches the world.
 *
 * @returns whether it was killed at a write
 */
async function sendAndDie({ http }: ChatWorld, step: number): Promise<'write' | 'request' | 'no'> {
  let calls = 0;
  let killedAt: 'write' | 'request' | 'no' = 'no';
  const live = <T>(at: 'write' | 'request', act: () => Promise<T>): Promise<T> => {
    calls += 1;
    if (calls < step) return act();
    if (calls === step) killedAt = at;
    throw new Error('The background was killed');
  };
  fakeBrowser.storage.local.set = async (items) => live('write', () => set(items));
  const dying: Http = {
    ...http,
    fetch: async (...request) => live('request', () => http.fetch(...request)),
  };
  await createChatSender(dying, async () => {})
    .send()
    .catch(() => {});
  fakeBrowser.storage.local.set = set;
  return killedAt;
}

describe('a background that is killed while it sends', () => {
  it('loses no message, and repeats one only if the answer was not stored', async () => {
    for (let step = 1; ; step += 1) {
      await fakeBrowser.storage.local.clear();
      const { world, address } = await startWithMessages();
      const killedAt = await sendAndDie(world, step);
      const sentBefore = world.titles(address).length;
      world.restart();
      await world.run();
      const titles = world.titles(address);
      const where = `killed at step ${step}: ${killedAt}`;
      expect(new Set(titles).size, where).toBe(handles.length);
      const mayRepeat = killedAt === 'write' && sentBefore > 0;
      expect(titles.length - handles.length, where).toBeLessThanOrEqual(mayRepeat ? 1 : 0);
      if (killedAt === 'no') {
        expect(step).toBeGreaterThan(6);
        return;
      }
    }
  });
});
