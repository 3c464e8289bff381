import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { IncomingMessage } from 'node:http';
import { resolve } from 'node:path';
import { keys, playFleet } from '../../apis/scenario.ts';
import { type Apis, startApis } from '../../apis/start.ts';
import { reachExtension } from '../../browsers/extension.ts';
import { launch } from '../../browsers/launch.ts';
import type { Launched } from '../../browsers/launched.ts';
import { addConnection, waitForText } from '../../browsers/page.ts';
import { leaveOnlyEmptyPage } from '../browser/empty-page.ts';
import { type Measured, ratio } from '../figures.ts';
import { type Plan, takeTurns } from '../statistics.ts';
import { type Background, controlBackground } from './background.ts';

/**
 * How long a background that was killed in the middle of a check takes from its start until it
 * asks again, against one that does nothing but ask.
 */
export async function measureWake(plan: Plan): Promise<Measured[]> {
  const apis = await startApis();
  const { proxyPort } = apis;
  const launched: Launched[] = [];
  try {
    const our = await launch('chrome', { proxyPort });
    launched.push(our);
    const folder = resolve('test/bench/bare-fetch');
    const bare = await launch('chrome', { proxyPort, folder, isRestart: true });
    launched.push(bare);
    await leaveCheckDue(apis, our);
    const ours = await controlBackground(our, await leaveOnlyEmptyPage(our));
    const floor = await controlBackground(bare, await leaveOnlyEmptyPage(bare));
    const pairs = await takeTurns(
      { ours: () => askedAfter(ours), floor: () => askedAfter(floor) },
      plan,
    );
    return [ratio('wake.ratio', pairs)];
  } finally {
    for (const one of launched) await one.close();
    await apis.close();
  }
}

/** Monitors one profile and makes it due. Answers stop, so that it stays due. */
async function leaveCheckDue(apis: Apis, our: Launched): Promise<void> {
  playFleet(apis, { profiles: 1, accountsEach: 25 });
  const extension = await reachExtension(our);
  const options = await our.open('options.html');
  const [profile] = apis.synposter.state.profiles;
  await addConnection(options, {
    service: 'Synposter',
    key: keys.synposter,
    profileId: profile?.id ?? '',
  });
  await waitForText(options, /Connected\. Found .+ in 1 profile/);
  apis.play('synposter', { kind: 'hang' });
  const asked = nextRequest();
  await extension.passTime(361);
  await asked;
}

/** ms from the start of the worker, of which nothing ran, until its request is there */
async function askedAfter(background: Background): Promise<number> {
  await background.stop();
  const asked = nextRequest();
  const start = performance.now();
  await background.wake();
  return (await asked) - start;
}

/** When the API double gets the next request for accounts, by `performance.now()`. */
function nextRequest(): Promise<number> {
  // https://nodejs.org/api/diagnostics_channel.html#built-in-channels
  const channel = 'http.server.request.start';
  return new Promise((found) => {
    const listener = (message: unknown) => {
      if (!isForAccounts(message)) return;
      unsubscribe(channel, listener);
      found(performance.now());
    };
    subscribe(channel, listener);
  });
}

function isForAccounts(message: unknown): boolean {
  return (
    message instanceof Object &&
    'request' in message &&
    message.request instanceof IncomingMessage &&
    message.request.method === 'GET' &&
    String(message.request.url).startsWith('/v1/accounts')
  );
}
