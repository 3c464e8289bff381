import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { admitted } from '../browsers/find.ts';
import accepted from './accepted-manifest.json' with { type: 'json' };

const manifest = z.record(z.string(), z.unknown());

/** Keys that give the extension no power over anything, and tell the user nothing new. */
const harmless = [
  'manifest_version',
  'name',
  'description',
  'version',
  'icons',
  'default_locale',
  'action',
  'background',
  'commands',
  'options_ui',
  'minimum_chrome_version',
];

/*
 * A power more makes browsers ask every user again, or switch the extension off until they agree.
 * Whoever means it changes accepted-manifest.json, docs/store/LISTING.md and docs/PRIVACY.md.
 */
it.each(['chrome', 'firefox'] as const)('%s requests only accepted permissions', (browser) => {
  const path = join('.output', `${browser}-mv3`, 'manifest.json');
  const built = manifest.parse(JSON.parse(readFileSync(path, 'utf8')));
  const powers = Object.entries(built).filter(([key]) => !harmless.includes(key));
  expect(Object.fromEntries(powers)).toEqual(accepted[browser]);
});

it('tests and demo look for the browsers that the manifests admit', () => {
  const path = join('.output', 'chrome-mv3', 'manifest.json');
  const { minimum_chrome_version } = manifest.parse(JSON.parse(readFileSync(path, 'utf8')));
  const { strict_min_version } = accepted.firefox.browser_specific_settings.gecko;
  expect({
    chrome: Number(minimum_chrome_version),
    firefox: Number.parseInt(strict_min_version, 10),
  }).toEqual(admitted);
});
