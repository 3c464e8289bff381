import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, cp, mkdir, mkdtemp, rm, rmdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type BrowserName, findBrowser } from './find.ts';
import { addonId, buildFor, type LaunchOptions } from './launched.ts';

/** An organization's policy for this extension, in a real file where the browser looks for it. */
export interface PolicyFile {
  /** What a browser needs to be launched with, so that the file is for its extension. */
  options: Pick<LaunchOptions, 'home' | 'folder'>;
  write(policy: Readonly<Record<string, unknown>>): Promise<void>;
  /** Takes away the file and every folder that was made for it. */
  remove(): Promise<void>;
}

/** Why no policy can be set for a browser here; `undefined` where one can. */
export async function whyNoPolicy(name: BrowserName): Promise<string | undefined> {
  if (process.platform !== 'linux')
    return 'Only where policies are on Linux is known to this test.';
  // Firefox also reads the home folder of its user, which tests can replace.
  if (name === 'firefox') return undefined;
  const mayWrite = await access('/etc', constants.W_OK).then(
    () => true,
    () => false,
  );
  return mayWrite ? undefined : 'Chrome takes policies from /etc alone, where only root may write.';
}

export function policyFile(name: BrowserName): Promise<PolicyFile> {
  return name === 'chrome' ? chromePolicy() : firefoxPolicy();
}

/** https://www.chromium.org/administrators/linux-quick-start/ */
async function chromePolicy(): Promise<PolicyFile> {
  const isGoogles = findBrowser('chrome').includes('google');
  const folder = `/etc/${isGoogles ? 'opt/chrome' : 'chromium'}/policies/managed`;
  // Each Chrome here reads this policy: a copy of the build has an id that no other one has.
  const build = await mkdtemp(join(tmpdir(), 'still-connected-build-'));
  await cp(buildFor('chrome'), build, { recursive: true });
  const id = unpackedId(build);
  const file = join(folder, `still-connected-test-${id}.json`);
  const made = await mkdir(folder, { recursive: true });
  return {
    options: { folder: build },
    write: (policy) => writeJson(file, { '3rdparty': { extensions: { [id]: policy } } }),
    async remove() {
      await rm(file, { force: true });
      await rm(build, { recursive: true });
      if (made) await removeEmptyFolders(folder, made);
    },
  };
}

/**
 * The id that Chrome gives an extension without a key: of its path.
 * https://source.chromium.org/chromium/chromium/src/+/main:components/crx_file/id_util.cc
 */
function unpackedId(build: string): string {
  const hash = createHash('sha256').update(build).digest('hex').slice(0, 32);
  return [...hash].map((digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]).join('');
}

/** Another test's policy may have moved in meanwhile; its folders stay. */
async function removeEmptyFolders(from: string, upTo: string): Promise<void> {
  for (let folder = from; folder.startsWith(upTo); folder = dirname(folder)) {
    const removed = await rmdir(folder).then(
      () => true,
      () => false,
    );
    if (!removed) return;
  }
}

/** https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Native_manifests */
async function firefoxPolicy(): Promise<PolicyFile> {
  const home = await mkdtemp(join(tmpdir(), 'still-connected-home-'));
  const folder = join(home, '.mozilla/managed-storage');
  await mkdir(folder, { recursive: true });
  const manifest = { name: addonId, description: 'A test of policies', type: 'storage' };
  return {
    options: { home },
    write: (data) => writeJson(join(folder, `${addonId}.json`), { ...manifest, data }),
    remove: () => rm(home, { recursive: true, force: true }),
  };
}

function writeJson(file: string, value: unknown): Promise<void> {
  return writeFile(file, JSON.stringify(value));
}
