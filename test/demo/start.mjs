/*
 * `npm run demo` from nothing: this file runs on any Node from 20 on, before anything is
 * installed. What it starts runs on the Node that the project brings.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** @param {string[]} args */
function npm(...args) {
  const { status } = spawnSync('npm', args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

if (!existsSync('node_modules/.package-lock.json')) {
  process.stdout.write('Installing what the project needs …\n');
  npm('ci', '--no-audit', '--no-fund');
}
process.stdout.write('Building the extension …\n');
npm('run', '--silent', 'build');
npm('exec', '--', 'node', 'test/demo/show.ts', ...process.argv.slice(2));
