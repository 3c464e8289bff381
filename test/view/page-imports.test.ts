import { existsSync, globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const atOnce = /^(?:import|export)\s(?!type\s)(?:[^'";]*?\sfrom\s)?['"]([^'"]+)['"]/gm;
const later = /\bimport\(['"]([^'"]+)['"]\)/g;

/** What each file was found to load, by each way to import it. */
const loaded = new Map<string, readonly string[]>();

/** What a file loads by imports of one kind: files of ours, and packages by their names. */
async function loadedBy(file: string, how: RegExp): Promise<readonly string[]> {
  const key = `${file} ${how}`;
  const known = loaded.get(key);
  if (known) return known;
  // A package or a generated module has no file here; `reachableFrom` checks its entry.
  const source = existsSync(file) ? await readFile(file, 'utf8') : '';
  const found = [...source.matchAll(how)]
    .map(([, specifier = '']) => specifier)
    .filter((specifier) => !/\.css(\?inline)?$/.test(specifier))
    .map((specifier) => named(specifier, file));
  loaded.set(key, found);
  return found;
}

/** Every file of ours that a file loads by such imports, and the packages by their names. */
async function reachableFrom(entry: string, imports: readonly RegExp[]): Promise<Set<string>> {
  if (!existsSync(entry)) throw new Error(`There is no ${entry}`);
  const reached = new Set([resolve(entry)]);
  for (const file of reached) {
    for (const how of imports) {
      for (const one of await loadedBy(file, how)) reached.add(one);
    }
  }
  return reached;
}

/** The file that a specifier names, or the package itself. */
function named(specifier: string, importer: string): string {
  if (!specifier.startsWith('.') && !specifier.startsWith('@/')) return specifier;
  const path = specifier.startsWith('@/')
    ? resolve(specifier.slice('@/'.length))
    : resolve(dirname(importer), specifier);
  const found = [path, `${path}.ts`, `${path}.tsx`].find(
    (file) => /\.tsx?$/.test(file) && existsSync(file),
  );
  if (!found) throw new Error(`${importer} imports ${specifier}, which is not there`);
  return found;
}

const pages = ['popup', 'options', 'report'].map((page) => `entrypoints/${page}/main.tsx`);

describe.each(pages)('%s', (entry) => {
  it('reaches stored data, but neither the API keys nor what only the background needs', async () => {
    const reached = await reachableFrom(entry, [atOnce, later]);
    expect(reached).toContain(resolve('utils/state/items.ts'));
    expect(reached).not.toContain(resolve('utils/state/api-keys.ts'));
    expect(reached).not.toContain(resolve('utils/state/managed-policy.ts'));
    expect(reached).not.toContain(resolve('utils/state/chat/chat-addresses.ts'));
    expect(reached).not.toContain(resolve('utils/services/apis.ts'));
    expect(reached).not.toContain(resolve('utils/chat-services/post.ts'));
    expect(reached).not.toContain(resolve('utils/commands/schemas.ts'));
  });
});

it('the background’s imports include the API keys', async () => {
  const reached = await reachableFrom('entrypoints/background.ts', [atOnce]);
  expect(reached).toContain(resolve('utils/state/api-keys.ts'));
  expect(reached).toContain(resolve('utils/state/managed-policy.ts'));
  expect(reached).toContain(resolve('utils/state/chat/chat-addresses.ts'));
});

it('finds what a page loads later', async () => {
  const table = resolve('components/options/accounts/AccountTable.tsx');
  const entry = 'entrypoints/options/main.tsx';
  expect(await reachableFrom(entry, [atOnce])).not.toContain(table);
  expect(await reachableFrom(entry, [atOnce, later])).toContain(table);
});

it.each(['zod/mini', 'wxt/browser'])('the popup is painted without waiting for %s', async (it) => {
  const entry = 'entrypoints/popup/main.tsx';
  expect(await reachableFrom(entry, [atOnce])).not.toContain(it);
  expect(await reachableFrom(entry, [atOnce, later])).toContain(it);
});

describe('what the popup is painted with', () => {
  const parts = globSync('components/popup/**/*.{ts,tsx}');
  const shared = ['components/account/AccountTools.tsx', 'components/StorageBanner.tsx'];
  const view = ['utils/view/set-page-language.ts', 'utils/popup/use-check-now.ts'];

  it.each([...parts, ...shared, ...view])('%s does not wait for zod', async (part) => {
    expect(await reachableFrom(part, [atOnce])).not.toContain('zod/mini');
  });
});
