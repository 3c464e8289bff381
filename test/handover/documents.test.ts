import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { services } from '@/utils/services/registry';

const documents = [...globSync('*.md'), ...globSync('docs/**/*.md')];

/** The headings of a document, as GitHub calls them in addresses. */
function anchorsOf(file: string): string[] {
  const headings = readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm);
  return [...headings].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe.each(documents)('%s', (document) => {
  const text = readFileSync(document, 'utf8');

  it('names only files that exist', () => {
    const named = text.matchAll(/`((?:components|entrypoints|test|utils)\/[\w./-]+\.tsx?)`/g);
    const paths = [...named].map(([, path = '']) => path);
    const missing = paths.filter((path) => !path.includes('/NAME/') && !existsSync(path));
    expect(missing).toEqual([]);
  });

  it('links only to existing files and headings', () => {
    const links = text.matchAll(/\]\(([^)\s]+)\)|<img src="([^"]+)"/g);
    const missing = [...links]
      .map(([, link, picture]) => link ?? picture ?? '')
      .filter((address) => !/^(https?|mailto):/.test(address))
      .filter((address) => {
        const [path = '', heading] = address.split('#');
        const file = path === '' ? document : join(dirname(document), path);
        return !existsSync(file) || (heading !== undefined && !anchorsOf(file).includes(heading));
      });
    expect(missing).toEqual([]);
  });
});

describe.each(Object.entries(services))('the service %s', (id, { name, origin }) => {
  it.each([
    ['README.md', `| ${name} |`],
    ['package.json', name],
    ['docs/ARCHITECTURE.md', name],
    ['docs/POLICY.md', `\`${id}\``],
    ['docs/PRIVACY.md', `\`${new URL(origin).host}\``],
    ['docs/store/LISTING.md', name],
    ['.github/ISSUE_TEMPLATE/wrong-status.yml', name],
  ])('is named in %s', (file, words) => {
    expect(readFileSync(file, 'utf8')).toContain(words);
  });
});
