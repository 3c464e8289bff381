import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

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
