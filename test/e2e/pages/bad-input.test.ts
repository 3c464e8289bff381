import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '../../apis/scenario.ts';
import { addConnection, waitForText } from '../../browsers/page.ts';
import { type Session, startSession } from '../session.ts';

const unknownProfile = '11111111-2222-4333-8444-555555555555';

describe('bad input', () => {
  let session: Session;
  let options: Page;
  beforeAll(async () => {
    session = await startSession();
    options = await session.open('options.html');
  });
  afterAll(() => session.close());

  it('a wrong key is rejected, and nothing is saved', async () => {
    await addConnection(options, { service: 'SchedPilot', key: 'smm_nobodys' });
    await waitForText(options, 'SchedPilot rejected this key.');
    await addConnection(options, { service: 'Synposter', key: 'sk_live_nobodys' });
    await waitForText(options, 'Synposter rejected this key.');
    expect(await waitForText(options, 'Two steps to start')).toBeTruthy();
  });

  it('an odd key is reported before any request', async () => {
    const requests = session.apis.requests.filter(({ host }) => host.startsWith('api.')).length;
    await addConnection(options, { service: 'SchedPilot', key: 'two words' });
    await waitForText(options, 'That doesn’t look like a key');
    expect(session.apis.requests.filter(({ host }) => host.startsWith('api.'))).toHaveLength(
      requests,
    );
  });

  it('an unknown profile is told apart from a malformed one', async () => {
    const entry = { service: 'Synposter', key: keys.synposter };
    await addConnection(options, { ...entry, profileId: unknownProfile });
    await waitForText(options, 'Synposter can’t find this profile');
    await addConnection(options, { ...entry, profileId: 'my-profile' });
    await waitForText(options, 'not a valid Synposter profile ID');
    const good = session.apis.synposter.state.profiles[0]?.id ?? '';
    await addConnection(options, { ...entry, profileId: `${good}, my-profile` });
    await waitForText(options, 'Profile my-profile: That’s not a valid Synposter profile ID.');
  });

  it('a web page instead of an answer is recognized', async () => {
    session.apis.play('schedpilot', { kind: 'html' });
    await addConnection(options, { service: 'SchedPilot', key: keys.schedpilot });
    await waitForText(options, 'Got a web page instead of SchedPilot’s answer.');
    session.apis.heal();
  });

  it('a key with an empty list is accepted', async () => {
    const profile = session.apis.synposter.addProfile('Empty').id;
    await addConnection(options, {
      service: 'Synposter',
      key: keys.synposter,
      label: 'Empty one',
      profileId: profile,
    });
    await waitForText(options, 'Connected. Your key works, but there are no accounts yet.');
    const popup = await session.open('popup.html');
    await waitForText(popup, 'No accounts connected yet');
    await popup.close();
  });
});
