import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { budgets } from '../bench/figures.ts';

const report = z.object({ figures: z.record(z.string(), z.object({ value: z.number() })) });

it('the benchmark completes, with a figure for each budget', {
  timeout: 900_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'still-connected-bench-'));
  const file = join(folder, 'figures.json');
  try {
    const peer = ['--peer', 'test/bench/bare', '--peer-shows', 'p:not(:empty)'];
    const args = ['test/bench/run.ts', '--quick', '--json', file, ...peer];
    await promisify(execFile)(process.execPath, args);
    const { figures } = report.parse(JSON.parse(await readFile(file, 'utf8')));
    expect(Object.keys(figures).sort()).toEqual(Object.keys(budgets).sort());
    for (const { value } of Object.values(figures)) expect(Number.isFinite(value)).toBe(true);
  } finally {
    await rm(folder, { recursive: true });
  }
});
