import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { pauseConnection } from '@/utils/commands/connections';
import { editConnection } from '@/utils/commands/edit-connection';
import { changeSettings } from '@/utils/commands/settings/change-settings';
import { connectionViews } from '@/utils/options/connection-view';
import { readState } from '@/utils/state/read-state';
import { postsText } from '@/utils/text/posts-text';
import { hour, minute } from '../builders';
import type { World } from '../monitor/world';
import { films, postsNow, requestsOf, rowOf, startPostsWorld, work } from './posts-world';

let world: World;
beforeEach(async () => {
  world = await startPostsWorld();
});

const words = async () => {
  const atRisk = await postsNow(world);
  return atRisk && postsText('schedpilot', atRisk, world.now());
};

const strange = () => {
  const accounts = [{ id: films, type: 'youtube', posted_status: 'held_back' }];
  return world.schedPilot.addPost({ at: world.now() + hour, accounts });
};

const tooMany = () => {
  for (let i = 0; i < 3_001; i += 1) {
    world.schedPilot.addPost({ at: world.now() + hour, accounts: [films] });
  }
};

describe('posts are turned off', () => {
  it.each([
    [
      'there is no such list',
      () => {
        world.schedPilot.state.postsAnswer = 'missing';
      },
      'This key can’t list posts in SchedPilot',
    ],
    [
      'the list has another shape',
      () => {
        world.schedPilot.state.postsAnswer = 'other-shape';
      },
      'SchedPilot lists posts in a format this version doesn’t understand',
    ],
    ['the status of a post is unknown', strange, 'unknown post status (“held_back”)'],
    ['there are too many posts', tooMany, 'SchedPilot has more posts than'],
  ])('if %s, with the reason', async (_, change, why) => {
    const failing = { at: world.now() - hour, accounts: [films], status: 'failed' };
    world.schedPilot.addPost(failing);
    await work(world);
    expect(await rowOf(world, '@harbourfilms')).toMatchObject({ status: 'posts-failing' });

    change();
    world.pass(61);
    await work(world);
    expect(await words()).toContain(why);
    expect(await rowOf(world, '@harbourfilms')).toMatchObject({ status: 'connected' });

    // The accounts are still checked.
    world.pass(61);
    expect(await requestsOf(world, () => work(world))).toEqual(['accounts']);
    expect(connectionViews(await readState(world.now()), world.now())).toMatchObject([
      { accounts: 8, attention: 0 },
    ]);
  });

  it('until the switch is turned on again', async () => {
    const { id } = strange();
    await work(world);
    expect(await words()).toContain('held_back');
    world.schedPilot.state.posts = world.schedPilot.state.posts.filter((post) => post.id !== id);
    await changeSettings(world.now(), { watchPosts: false });
    await changeSettings(world.now(), { watchPosts: true });
    expect(await requestsOf(world, () => work(world))).toEqual(['scheduled 1', 'failed 1']);
    expect(await words()).toBe('');
  });

  it('until another key is entered', async () => {
    world.schedPilot.state.postsAnswer = 'missing';
    await work(world);
    world.schedPilot.state.postsAnswer = 'documented';
    const apiKey = 'smm_another0key0';
    world.schedPilot.state.keys.add(apiKey);
    const [found] = (await readState(world.now())).connections;
    const connectionId = found?.connection.id ?? '';
    await editConnection(world.http, { connectionId, apiKey, label: 'Studio', profileIds: [] });
    world.pass(1);
    await work(world);
    expect(await words()).toBe('');
    expect((await postsNow(world))?.readAt).toBe(world.now());
  });
});

describe('a failed page of posts', () => {
  it.each([
    ['refused', { code: 403, message: 'No' }, 6 * 60],
    ['limited', { code: 429, message: 'Rate limit exceeded.' }, 40],
    ['broken', { code: 500, message: 'Oops' }, 1],
  ])('is requested again if it is %s, and accounts are still checked', async (_, body, minutes) => {
    const { http } = world;
    let failing = true;
    const flaky = {
      ...http,
      fetch: async (...request: Parameters<typeof fetch>) => {
        const answered = await http.fetch(...request);
        const isPosts = String(request[0]).includes('/posts');
        return failing && isPosts ? new Response(JSON.stringify(body)) : answered;
      },
    };
    world = { ...world, http: flaky };
    expect(await requestsOf(world, () => work(world))).toEqual(['scheduled 1']);
    expect(await words()).toMatch(/^Couldn’t read posts\. /);
    failing = false;
    world.pass(minutes - 1);
    expect(await requestsOf(world, () => work(world))).not.toContain('scheduled 1');
    world.pass(1);
    const asked = await requestsOf(world, () => work(world));
    expect(asked.filter((request) => request !== 'accounts')).toEqual(['scheduled 1', 'failed 1']);
    expect(await words()).toBe('');
  });

  it('is requested at once after the clock was set back', async () => {
    const { http } = world;
    const refusing = async (...request: Parameters<typeof fetch>) =>
      String(request[0]).includes('/posts') ? new Response('{"code":403}') : http.fetch(...request);
    await work({ ...world, http: { ...http, fetch: refusing } });
    expect(await words()).toMatch(/^Couldn’t read posts\. /);
    world.pass(-3 * 60);
    await work(world);
    expect(await words()).toBe('');
  });

  it('keeps what was known before', async () => {
    world.schedPilot.addPost({ at: world.now() + 3 * hour, accounts: [films] });
    await work(world);
    const before = await postsNow(world);
    const { http } = world;
    world.pass(61);
    world = {
      ...world,
      http: {
        ...http,
        fetch: async (...request) =>
          String(request[0]).includes('/posts')
            ? Promise.reject(new TypeError())
            : http.fetch(...request),
      },
    };
    await work(world);
    expect(await postsNow(world)).toEqual({ ...before, problem: expect.anything() });
  });
});

describe('posts are not read', () => {
  it('if they are turned off while a page is requested', async () => {
    const { http } = world;
    world.schedPilot.addPost({ at: world.now() - hour, accounts: [films], status: 'failed' });
    const fetch = async (...request: Parameters<typeof http.fetch>) => {
      const isLast = String(request[0]).includes('status=posted');
      if (isLast) await changeSettings(world.now(), { watchPosts: false });
      return http.fetch(...request);
    };
    await work({ ...world, http: { ...http, fetch } });
    expect(await rowOf(world, '@harbourfilms')).toMatchObject({ status: 'connected' });
    expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).not.toContain('"readAt"');
  });

  it('while the accounts cannot be checked', async () => {
    await work(world);
    world.schedPilot.state.keys.clear();
    world.pass(61);
    expect(await requestsOf(world, () => work(world))).toEqual(['accounts']);
  });

  it('while their connection is paused', async () => {
    const [found] = (await readState(world.now())).connections;
    await pauseConnection(world.now(), { connectionId: found?.connection.id ?? '', paused: true });
    expect(await requestsOf(world, () => work(world))).toEqual([]);
  });
});

describe('an unreadable post', () => {
  it('is counted and hides no other', async () => {
    world.schedPilot.addPost({ at: world.now() + hour, accounts: [films], timezone: 'Mars/Base' });
    world.schedPilot.addPost({ at: world.now() + 2 * minute, accounts: [films] });
    await work(world);
    expect(await words()).toBe('1 post couldn’t be read.');
    expect((await postsNow(world))?.scheduled).toHaveLength(1);
  });
});
