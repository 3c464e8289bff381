import { expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { deleteEverything } from '@/utils/commands/delete-everything';
import { startCheckedWorld, startWorker } from '../monitor/world';
import { answering } from '../services/world';

const stored = async () => ({
  ...(await fakeBrowser.storage.local.get(null)),
  ...(await fakeBrowser.storage.session.get(null)),
});

it('“Delete everything” leaves nothing stored, shown or scheduled', async () => {
  const world = await startCheckedWorld();
  world.synposter.change('northwind', { status: 'expired' });
  world.pass(20);
  await startWorker({ ...world.http, fetch: answering({ strange: true }).fetch }).run();
  world.pass(20);
  await startWorker(world.http).run();
  expect(Object.keys(await stored()).join()).toContain('unread-answer/');
  expect(Object.keys(await fakeBrowser.notifications.getAll())).toHaveLength(1);

  await deleteEverything();
  expect(await stored()).toEqual({});
  await startWorker(world.http).run();
  const { snapshot, ...left } = await stored();
  expect(left).toEqual({});
  expect(snapshot).toMatchObject({
    view: { connections: 0, rows: [], filterChoices: { platforms: [], clients: [] } },
  });
  expect(await fakeBrowser.notifications.getAll()).toEqual({});
  expect(await fakeBrowser.alarms.getAll()).toEqual([]);
  expect(await fakeBrowser.action.getBadgeText({})).toBe('');
});

it('“Delete everything” is not undone by a check that was under way', async () => {
  const world = await startCheckedWorld();
  world.pass(20);
  let deleted: Promise<void> | undefined;
  const meanwhile: typeof world.http.fetch = (...request) => {
    deleted ??= deleteEverything();
    return deleted.then(() => world.http.fetch(...request));
  };
  await startWorker({ ...world.http, fetch: meanwhile }).run();
  expect(deleted).toBeDefined();
  expect(Object.keys(await fakeBrowser.storage.local.get(null))).toEqual([]);
});
