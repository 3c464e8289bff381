import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import accepted from './accepted-manifest.json' with { type: 'json' };

const listing = readFileSync(join('docs', 'store', 'LISTING.md'), 'utf8');
const messages = z.record(z.string(), z.object({ message: z.string() }));

it('the summary is the package’s description, and short enough', () => {
  const path = join('.output', 'chrome-mv3', '_locales', 'en', 'messages.json');
  const { extension_description: description } = messages.parse(
    JSON.parse(readFileSync(path, 'utf8')),
  );
  const [, summary = ''] = /^\*\*Summary\*\*.*?\): (.*)$/m.exec(listing) ?? [];
  expect(summary).toBe(description?.message);
  expect(summary.length).toBeLessThanOrEqual(132);
});

it('every permission has its reason', () => {
  const { permissions, host_permissions: hosts, optional_host_permissions } = accepted.chrome;
  const [, section = ''] = listing.split('## Why each permission is needed');
  const [table = ''] = section.split('\n## ');
  const reasons = [...table.matchAll(/^\| `(.*?)` (?:\(optional\) )?\|/gm)].map(
    ([, asked]) => asked,
  );
  expect(reasons).toEqual([...permissions, ...hosts, ...optional_host_permissions]);
});

/** Width and height stand at fixed places: https://www.w3.org/TR/png-3/#11IHDR */
function sizeOf(png: Buffer): string {
  return `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`;
}

it('every listed picture exists, in the stores’ sizes', () => {
  const folder = join('docs', 'store', 'pictures');
  const listed = [...listing.matchAll(/`pictures\/(.*?)`/g)].map(([, name]) => name);
  expect(readdirSync(folder).sort()).toEqual(listed);
  for (const name of readdirSync(folder)) {
    const wanted = name === 'tile.png' ? '440x280' : '1280x800';
    expect(`${name} ${sizeOf(readFileSync(join(folder, name)))}`).toBe(`${name} ${wanted}`);
  }
});
