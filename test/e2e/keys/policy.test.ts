import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { keys } from '../../apis/scenario.ts';
import { findField, waitForText } from '../../browsers/page.ts';
import { type PolicyFile, policyFile, whyNoPolicy } from '../../browsers/policy.ts';
import { until } from '../../browsers/until.ts';
import { type Session, startSession } from '../session.ts';

const name = inject('browser');
const why = await whyNoPolicy(name);

const team = { service: 'schedpilot', apiKey: keys.schedpilot, label: 'Team' };
const agency = { service: 'synposter', apiKey: keys.synposter, label: 'Agency' };

/** The names of the buttons that are seen on the item of a connection. */
function buttonsOf(page: Page, label: string): Promise<string[]> {
  return page.evaluate((wanted) => {
    const items = [...document.querySelectorAll('li')];
    const item = items.find((other) => other.querySelector('h3')?.textContent === wanted);
    return [...(item?.querySelectorAll('button') ?? [])]
      .filter((button) => button.checkVisibility())
      .map((button) => button.getAttribute('aria-label') ?? button.innerText);
  }, label);
}

describe.skipIf(why)(
  `what an organization sets by policy${why ? `: not tried. ${why}` : ''}`,
  () => {
    let policy: PolicyFile;
    let session: Session;
    let profile: string;
    const start = (isRestart: boolean) => startSession({ profile, isRestart, ...policy.options });
    beforeAll(async () => {
      profile = await mkdtemp(join(tmpdir(), 'still-connected-'));
      policy = await policyFile(name);
      await policy.write({ connections: [team, agency], settings: { checkEveryMinutes: 5 } });
      session = await start(false);
    });
    afterAll(async () => {
      await session?.close();
      await policy?.remove();
      await rm(profile, { recursive: true, force: true });
    });

    it('is monitored without entering a key, and listed as the organization’s', async () => {
      const options = await session.open('options.html');
      await waitForText(options, /Team\s+SchedPilot\s+Managed by your organization\s+8 accounts/);
      await waitForText(
        options,
        /Agency\s+Synposter\s+Managed by your organization\s+2 profiles · 6/,
      );
      expect(await buttonsOf(options, 'Team')).toEqual(['Check now', 'Pause', 'More for Team']);
      await options.close();
    });

    it('has its settings in force and locked', async () => {
      const options = await session.open('options.html#alerts');
      await waitForText(options, 'Managed by your organization');
      const field = await findField(options, 'Check every');
      const every = await field.evaluate((select) =>
        select instanceof HTMLSelectElement ? [select.value, select.disabled] : [],
      );
      expect(every).toEqual(['5', true]);
      await options.close();
    });

    it('leaves no key in storage or pages', async () => {
      const options = await session.open('options.html');
      await waitForText(options, 'Team');
      const seen = [
        JSON.stringify(await session.extension.stored()),
        await options.evaluate(() => document.documentElement.outerHTML),
      ];
      for (const secret of [keys.schedpilot, keys.synposter]) {
        expect(seen.filter((text) => text.includes(secret))).toEqual([]);
      }
      await options.close();
    });

    it('goes when the policy goes, and names unreadable parts', async () => {
      await policy.write({ connections: [team, { ...agency, service: 'else' }] });
      // Chrome reports a change; Firefox reads its file when the extension starts.
      if (name === 'firefox') {
        await session.close();
        session = await start(true);
      }
      const options = await session.open('options.html');
      await waitForText(options, 'couldn’t be read (connections[1])');
      await waitForText(options, /Team\s+SchedPilot\s+Managed by your organization/);
      await until(async () => (await buttonsOf(options, 'Agency')).length === 0);
      expect(await buttonsOf(options, 'Team')).toEqual(['Check now', 'Pause', 'More for Team']);
      await options.close();
    });
  },
);
