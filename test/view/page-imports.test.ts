import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const importsOf = /^(?:import|export)\s(?!type\s)(?:[^'";]*?\sfrom\s)?['"]([^'"]+)['"]/gm;

const laterImports = /\bimport\(['"]([^'"]+)['"]\)/g;

/** Every file of ours that a page loads, at its start or later. */
async function reachableFrom(entry: string): Promise<Set<string>> {
  const reached = new Set([resolve(entry)]);
  for (const file of reached) {
    const source = await readFile(file, 'utf8');
    const found = [...source.matchAll(importsOf), ...source.matchAll(laterImports)];
    for (const [, specifier = ''] of found) {
      const imported = fileOf(specifier, file);
      if (imported) reached.add(imported);
    }
  }
  return reached;
}

/** The file that a specifier names; `undefined` where it is a package, an icon or a style. */
function fileOf(specifier: string, importer: string): string | undefined {
  const isOurs = specifier.startsWith('.') || specifier.startsWith('@/');
  if (!isOurs || specifier.endsWith('.css')) return undefined;
  const path = specifier.startsWith('@/')
    ? resolve(specifier.slice('@/'.length))
    : resolve(dirname(importer), specifier);
  const found = [path, `${path}.ts`, `${path}.tsx`].find(
    (file) => /\.tsx?$/.test(file) && existsSync(file),
  );
  if (!found) throw new Error(`${importer} imports ${specifier}, which is not there`);
  return found;
}

describe.each(['entrypoints/popup/main.tsx', 'entrypoints/options/main.tsx'])('%s', (entry) => {
  it('reaches what is stored, but neither the API keys nor what the background alone needs', async () => {
    const reached = await reachableFrom(entry);
    expect(reached).toContain(resolve('utils/storage/items.ts'));
    expect(reached).not.toContain(resolve('utils/storage/keys.ts'));
    expect(reached).not.toContain(resolve('utils/storage/managed.ts'));
    expect(reached).not.toContain(resolve('utils/services/clients.ts'));
    expect(reached).not.toContain(resolve('utils/commands/schemas.ts'));
  });
});

it('finds the API keys from the background, which does read them', async () => {
  const reached = await reachableFrom('entrypoints/background.ts');
  expect(reached).toContain(resolve('utils/storage/keys.ts'));
  expect(reached).toContain(resolve('utils/storage/managed.ts'));
});

it('finds what a page loads later', async () => {
  const reached = await reachableFrom('entrypoints/options/main.tsx');
  expect(reached).toContain(resolve('components/options/AccountTable.tsx'));
});
