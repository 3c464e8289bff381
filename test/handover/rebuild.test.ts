import { execSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { outside } from './outside.ts';
import { readSources, zipPaths } from './zips.ts';

/** A folder of another name, at another depth: no path may get into what is built. */
let folder: string;
beforeAll(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'reviewer-')), 'un', 'packed');
  for (const [path, bytes] of readSources()) {
    const to = join(folder, path);
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, bytes);
  }
});
afterAll(() => rmSync(resolve(folder, '../..'), { recursive: true }));

/** The first block of commands in the reviewers' notes. */
function reviewSteps(): string[] {
  const notes = readFileSync(join(folder, 'docs/store/REVIEW.md'), 'utf8');
  return (/```sh\n(.*?)```/s.exec(notes)?.[1] ?? '').trim().split('\n');
}

function hashes(root: string): string[] {
  return zipPaths(root).map((path) =>
    createHash('sha256').update(readFileSync(path)).digest('hex'),
  );
}

it('the reviewers’ steps rebuild the same packages from the sources, to the byte', () => {
  const [install, ...build] = reviewSteps();
  expect(install).toBe('npm ci');
  // The lock file is in the sources, so this is what the first step would install.
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');

  expect(build).not.toEqual([]);
  const env = { ...outside(), TZ: 'Pacific/Kiritimati' };
  for (const step of build) execSync(step, { cwd: folder, env, stdio: 'pipe' });
  expect(hashes(folder)).toEqual(hashes('.'));
});
