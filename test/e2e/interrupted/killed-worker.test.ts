import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '../../apis/scenario.ts';
import { addConnection, waitForText } from '../../browsers/page.ts';
import { until } from '../../browsers/until.ts';
import { type Session, startSession } from '../session.ts';

describe('a background stopped in the middle of a check', () => {
  let session: Session;
  beforeAll(async () => {
    // Firefox can't be made to stop its event page; it stops by itself when idle.
    session = await startSession({ idleTimeoutMs: 8_000 });
    const options = await session.open('options.html');
    await addConnection(options, { service: 'SchedPilot', key: keys.schedpilot });
    await waitForText(options, 'Connected. Found 8 accounts.');
    await addConnection(options, { service: 'Synposter', key: keys.synposter });
    // On a slow machine the background may have been idle for too long by now.
    await session.extension.passTime(0);
    await waitForText(options, 'Connected. Found 6 accounts in 2 profiles.');
    await options.close();
  });
  afterAll(() => session.close());

  it('loses nothing and notifies each change once', async () => {
    const { apis, extension, launched } = session;
    apis.synposter.change('alice', { status: 'expired' });
    apis.synposter.change('northwind', { status: 'active' });
    apis.play('synposter', { kind: 'hang' }, 2);
    const asked = () => apis.requests.filter(({ host }) => host === 'api.synposter.com').length;
    const before = asked();
    await extension.passTime(16);
    await until(() => asked() >= before + 2);
    await launched.stopBackground();

    await extension.passTime(1);
    await until(async () => (await extension.badge()) === '2');
    const told = await until(async () => {
      const ids = await extension.notifications();
      return ids.length >= 2 && ids;
    });
    const changes = told.map((id) => id.replace(/^.*\/(.*)@\d+>/, '$1 '));
    expect(changes.toSorted()).toEqual(['twitter:1000003 working', 'twitter:1234567890 expired']);
    const { history } = await extension.stored();
    expect(
      JSON.stringify(history)
        .match(/"to":"\w+"/g)
        ?.toSorted(),
    ).toEqual(['"to":"expired"', '"to":"working"']);
    await until(extension.hasToldAll);
    expect(await extension.notifications()).toHaveLength(2);
  });
});
