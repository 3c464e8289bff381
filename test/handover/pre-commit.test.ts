import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

let folder: string;
const git = (...args: string[]) => spawnSync('git', args, { cwd: folder, encoding: 'utf8' });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'commits-'));
  execFileSync('git', ['init', '--quiet'], { cwd: folder });
  git('config', 'core.hooksPath', resolve('.githooks'));
  git('config', 'user.name', 'Somebody');
  git('config', 'user.email', 'somebody@example.com');
  copyFileSync('biome.json', join(folder, 'biome.json'));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
});
afterAll(() => rmSync(folder, { recursive: true }));

function commit(file: string, text: string) {
  writeFileSync(join(folder, file), text);
  git('add', file);
  return git('commit', '--message', 'A change');
}

it('a commit accepts clean code, and rejects what the linter rejects', () => {
  expect(commit('well.ts', "export const well = 'so';\n").status).toBe(0);
  const refused = commit('bad.ts', 'debugger;\n');
  expect(refused.stderr).toContain('noDebugger');
  expect(refused.status).toBe(1);
});

it('a commit without code to lint passes', () => {
  git('reset', '--quiet');
  expect(commit('notes.md', 'Notes.\n').status).toBe(0);
});
