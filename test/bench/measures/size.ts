import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildFor } from '../../browsers/launched.ts';
import { count, type Figure } from '../figures.ts';

const loadedByPage = /<(?:script|link)[^>]+(?:src|href)="\/([^"]+\.(?:js|css))"/g;
const staticImport = /\b(?:from|import)\s*["'](\.[^"']+)["']/g;

/** What has to be loaded before a page, or the background, can do anything. */
export function measureSizes(): Figure[] {
  return [
    count('size.popup.gzip', gzipped(filesOfPage('popup.html'))),
    count('size.options.gzip', gzipped(filesOfPage('options.html'))),
    count('size.background.gzip', gzipped(withImports(['background.js']))),
    count('size.zip', statSync(zip()).size),
  ];
}

function filesOfPage(page: string): Set<string> {
  return withImports(matches(read(page).toString(), loadedByPage));
}

/** Files with whatever they import statically; what they import later is no part of the start. */
function withImports(files: readonly string[], found = new Set<string>()): Set<string> {
  for (const file of files) {
    if (found.has(file)) continue;
    found.add(file);
    if (!file.endsWith('.js')) continue;
    const imports = matches(read(file).toString(), staticImport);
    withImports(
      imports.map((path) => normalize(join(dirname(file), path))),
      found,
    );
  }
  return found;
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, path]) => path ?? []);
}

/** Each by itself, as a server would send it. */
function gzipped(files: ReadonlySet<string>): number {
  return [...files].reduce((sum, file) => sum + gzipSync(read(file), { level: 9 }).length, 0);
}

function read(file: string): Buffer {
  return readFileSync(join(buildFor('chrome'), file));
}

function zip(): string {
  const [name] = readdirSync('.output').filter((file) => file.endsWith('-chrome.zip'));
  if (!name) throw new Error('There is no Chrome package: npm run zip');
  return join('.output', name);
}
