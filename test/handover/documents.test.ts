import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { services } from '@/utils/services/registry';

const documents = [...globSync('*.md'), ...globSync('docs/**/*.md')];

describe.each(documents)('%s', (document) => {
  const text = readFileSync(document, 'utf8');

  it('names no test that is not there', () => {
    const named = text.matchAll(/`(test\/[\w./-]+\.tsx?)`/g);
    const missing = [...named].flatMap(([, path = '']) => (existsSync(path) ? [] : path));
    expect(missing).toEqual([]);
  });

  it('links to no file that is not there', () => {
    const links = text.matchAll(/\]\(([^)\s]+)\)|<img src="([^"]+)"/g);
    const files = [...links]
      .map(([, link, picture]) => link ?? picture ?? '')
      .filter((address) => !/^(https?:|mailto:|#)/.test(address))
      .map((address) => join(dirname(document), address.replace(/#.*$/, '')));
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
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
  ])('stands in %s', (file, words) => {
    expect(readFileSync(file, 'utf8')).toContain(words);
  });
});
