import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import * as z from 'zod/mini';

const packageJson = z.object({ name: z.string(), version: z.string() });

const kinds = ['chrome', 'firefox', 'sources'] as const;

/** Where `npm run zip` puts the three packages, below the folder that it ran in. */
export function zipPaths(root: string): string[] {
  const { name, version } = packageJson.parse(JSON.parse(readFileSync('package.json', 'utf8')));
  return kinds.map((kind) => join(root, '.output', `${name}-${version}-${kind}.zip`));
}

/** The files of the sources package by their paths. */
export function readSources(): Map<string, Uint8Array> {
  const path = zipPaths('.').find((zip) => zip.endsWith('sources.zip')) ?? '';
  return new Map(Object.entries(unzipSync(readFileSync(path))));
}
