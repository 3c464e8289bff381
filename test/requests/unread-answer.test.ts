import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { addConnection } from '@/utils/commands/add-connection';
import { removeConnection } from '@/utils/commands/connections';
import { reconnectAccount } from '@/utils/commands/reconnect';
import { accountsOf } from '@/utils/state/app-state';
import { readSchedule, readState } from '@/utils/state/read-state';
import { unparsedAnswerItem } from '@/utils/state/session-items';
import { readItems } from '@/utils/storage/read-items';
import { startCheckedWorld, startWorker, startWorld, type World } from '../monitor/world';
import { answering } from '../services/world';

let world: World;
let ids: string[];
beforeEach(async () => {
  world = await startCheckedWorld();
  const { connections } = await readSchedule(world.now());
  ids = connections.map(({ connection }) => connection.id);
});

const kept = () => readItems(ids.map(unparsedAnswerItem));

/** Everything due is checked 20 minutes later, and each request gets this answer. */
async function checkWith(body: unknown, init?: ResponseInit): Promise<void> {
  world.pass(20);
  await startWorker({ ...world.http, fetch: answering(body, init).fetch }).run();
}

function writesOf(area: 'local' | 'session'): () => string[] {
  const set = vi.spyOn(fakeBrowser.storage[area], 'set').mockClear();
  return () =>
    set.mock.calls.flatMap(([items]) => Object.keys(items)).filter((key) => key.includes('unread'));
}

describe('the shape of an unreadable answer', () => {
  const partial = {
    accounts: [{ id: 7 }, { id: 8, type: 'x' }],
    data: [{ id: '7' }],
    pagination: { hasMore: false },
  };

  it('is kept per connection, without values', async () => {
    await checkWith({ strange: 'secret', accounts: 'none' });
    const shape = '{accounts: string, strange: string}';
    expect(await kept()).toEqual([shape, shape]);
  });

  it('is kept for a listing with unreadable entries', async () => {
    await checkWith(partial);
    const [atSchedPilot] = await kept();
    expect(atSchedPilot).toContain('accounts: [2 × {id: number, type?: string}]');
  });

  it('is kept for the first listing', async () => {
    const fresh = startWorld();
    const reply = await addConnection(
      { ...fresh.http, fetch: answering(partial).fetch },
      { service: 'schedpilot', apiKey: 'smm_other', label: '', profileIds: [] },
    );
    const id = 'connectionId' in reply ? reply.connectionId : '';
    expect((await readItems([unparsedAnswerItem(id)]))[0]).toContain('accounts: [2 × ');
  });

  it('is kept for an answer to a reconnect', async () => {
    const state = await readState(world.now());
    const [, synposter] = state.connections;
    const [account] = synposter ? accountsOf(state, synposter) : [];
    const http = { ...world.http, fetch: answering({ url: 'https://x.com' }).fetch };
    await reconnectAccount(http, { account: account?.key ?? '' });
    expect(await kept()).toEqual(['', '{url: string}']);
  });

  it('is only written if it changed', async () => {
    const written = writesOf('session');
    await checkWith({ accounts: 1 });
    expect(new Set(written())).toEqual(new Set(ids.map((id) => `unread-answer/${id}`)));
    const before = written().length;
    await checkWith({ accounts: 2 });
    expect(written()).toHaveLength(before);
    await checkWith({ accounts: null });
    expect(written().length).toBeGreaterThan(before);
  });

  it('costs a healthy check no write', async () => {
    const written = [writesOf('session'), writesOf('local')];
    world.pass(20);
    await startWorker(world.http).run();
    expect(written.flatMap((keys) => keys())).toEqual([]);
    expect(await kept()).toEqual(['', '']);
  });

  it('stays until the next one, even after healthy checks', async () => {
    await checkWith({ accounts: 1 });
    world.pass(60);
    await startWorker(world.http).run();
    expect(await kept()).toEqual(['{accounts: number}', '{accounts: number}']);
  });

  it.each<[string, unknown, ResponseInit]>([
    ['an error', { code: 500, message: 'Oops' }, { status: 500 }],
    ['a web page', '<html>Sign in</html>', {}],
  ])('is not kept for %s', async (_, body, init) => {
    await checkWith(body, init);
    expect(await kept()).toEqual(['', '']);
  });

  it('goes with its connection', async () => {
    await checkWith({ accounts: 1 });
    await removeConnection(world.now(), { connectionId: ids[0] ?? '' });
    expect(await kept()).toEqual(['', '{accounts: number}']);
  });

  it('is not kept for a connection that was removed meanwhile', async () => {
    const { fetch } = answering({ accounts: 1 });
    world.pass(20);
    await startWorker({
      ...world.http,
      async fetch(...request) {
        for (const connectionId of ids) await removeConnection(world.now(), { connectionId });
        return fetch(...request);
      },
    }).run();
    expect(await kept()).toEqual(['', '']);
  });
});
