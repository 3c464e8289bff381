import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod/mini';
import type { BrowserName } from '../../browsers/find.ts';
import { buildFor } from '../../browsers/launched.ts';
import type { Peer } from '../options.ts';

/** What a popup is to show, as selectors: the first account, and a page that has all accounts. */
interface Shown {
  first: string;
  all: string;
}

/** @returns the folder of our build, with the probe in its popup */
export function probedBuild(browser: BrowserName = 'chrome'): string {
  return withProbe(`ours-${browser}`, buildFor(browser), 'popup.html', {
    first: 'section:first-of-type li',
    // While only the first are there, the list says that it is busy.
    all: 'main:not([aria-busy=true]) section:first-of-type li',
  });
}

/** @returns the folder of the extension that does next to nothing, with the same probe */
export function probedBare(): string {
  const text = 'p:not(:empty)';
  return withProbe('bare', resolve('test/bench/bare'), 'page.html', { first: text, all: text });
}

/** @param folder a page with accounts and no script. @returns its copy, with the same probe */
export function probedStatic(folder: string): string {
  const account = 'section:first-of-type li';
  return withProbe('static', folder, 'page.html', { first: account, all: account });
}

/** @returns a copy of another extension, with the same probe in its popup */
export function probedPeer({ folder, shows }: Peer): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const page = z.string().parse(manifest.action.default_popup);
  return withProbe('peer', folder, page, { first: shows, all: shows });
}

function withProbe(name: string, folder: string, page: string, { first, all }: Shown): string {
  const copy = resolve('.output', 'bench-probed', name);
  rmSync(copy, { recursive: true, force: true });
  cpSync(folder, copy, { recursive: true });
  cpSync(resolve('test/bench/probe/probe.js'), join(copy, 'probe.js'));
  const path = join(copy, page);
  const script = `<script src="/probe.js" data-first="${first}" data-all="${all}"></script>`;
  writeFileSync(path, readFileSync(path, 'utf8').replace('<head>', `<head>${script}`));
  return copy;
}
