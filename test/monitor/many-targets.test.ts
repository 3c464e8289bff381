import { beforeEach, describe, expect, it } from 'vitest';
import { answering } from '../services/world';
import { startCheckedWorld, startWorker, type World } from './world';

let world: World;
beforeEach(async () => {
  world = await startCheckedWorld();
});

/** How many requests for accounts a run sends to Synposter, which gives them all one answer. */
async function requestsAnswered(status: number): Promise<number> {
  const { fetch } = answering('{"error":"unauthorized"}', { status });
  let requests = 0;
  await startWorker({
    ...world.http,
    async fetch(input, init) {
      if (!String(input).includes('synposter')) return world.http.fetch(input, init);
      if (String(input).includes('/accounts')) requests += 1;
      return fetch(input, init);
    },
  }).run();
  return requests;
}

describe('a run with many targets of one connection', () => {
  beforeEach(async () => {
    for (let i = 0; i < 12; i += 1) world.synposter.addProfile(`Profile ${i}`);
    world.pass(61);
    await startWorker(world.http).run();
    world.pass(30);
  });

  it.each([401, 429])(
    'sends no more requests than those already out once one is answered %i',
    async (status) => {
      const requests = await requestsAnswered(status);
      expect(requests).toBeGreaterThan(0);
      expect(requests).toBeLessThanOrEqual(4);
    },
  );

  it('tries all of them even if one after another fails', async () => {
    expect(await requestsAnswered(500)).toBe(14);
  });
});
