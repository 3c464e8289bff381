import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** The documents that say which test proves what they promise. */
const documents = [...globSync('*.md'), ...globSync('docs/**/*.md')];

describe.each(documents)('%s', (document) => {
  it('names no test that is not there', () => {
    const named = readFileSync(document, 'utf8').matchAll(/`(test\/[\w./-]+\.tsx?)`/g);
    const missing = [...named].flatMap(([, path = '']) => (existsSync(path) ? [] : path));
    expect(missing).toEqual([]);
  });
});
