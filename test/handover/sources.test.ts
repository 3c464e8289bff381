import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readSources } from './zips.ts';

it('the sources are what the build reads, the steps and the licence', () => {
  const places = new Set([...readSources().keys()].map((path) => path.replace(/\/.*/, '')));
  expect([...places].sort()).toEqual([
    'LICENSE',
    'assets',
    'components',
    'docs',
    'entrypoints',
    'icons.config.ts',
    'locales',
    'package-lock.json',
    'package.json',
    'tsconfig.json',
    'utils',
    'wxt.config.ts',
  ]);
});

it('the sources are those of this checkout', () => {
  const changed = [...readSources()].filter(([path, bytes]) => !readFileSync(path).equals(bytes));
  expect(changed.map(([path]) => path)).toEqual([]);
});
