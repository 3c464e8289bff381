import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import * as z from 'zod/mini';

const built = join('.output', 'firefox-mv3');

const message = z.object({
  code: z.string(),
  message: z.string(),
  file: z.optional(z.string()),
  line: z.optional(z.number()),
  column: z.optional(z.number()),
});
const report = z.object({
  errors: z.array(message),
  warnings: z.array(message),
  notices: z.array(message),
});

/** Where Preact carries out `dangerouslySetInnerHTML`, which no component of ours uses. */
function isPreacts({ code, file, line = 1, column = 1 }: z.infer<typeof message>): boolean {
  if (code !== 'UNSAFE_VAR_ASSIGNMENT' || !file) return false;
  const text = readFileSync(join(built, file), 'utf8').split('\n')[line - 1] ?? '';
  return /^\w+\.innerHTML=\w+\.__html\b/.test(text.slice(column - 1));
}

it('Mozilla’s linter finds nothing but a line of Preact', async () => {
  const linter = fileURLToPath(import.meta.resolve('addons-linter/bin/addons-linter'));
  const run = promisify(execFile)(process.execPath, [linter, built, '--output', 'json']);
  // Where it finds an error, it exits with 1 and has written the same report.
  const { stdout } = await run.catch((failed: { stdout: string }) => failed);
  const { errors, warnings, notices } = report.parse(JSON.parse(stdout));
  const ours = [...errors, ...warnings, ...notices].filter((found) => !isPreacts(found));
  expect(ours).toEqual([]);
});
