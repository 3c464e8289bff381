import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

export const browserNames = ['chrome', 'firefox'] as const;
export type BrowserName = (typeof browserNames)[number];

const commands: Readonly<Record<BrowserName, readonly string[]>> = {
  chrome: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  firefox: ['firefox-esr', 'firefox'],
};

const elsewhere: Readonly<Record<BrowserName, readonly string[]>> = {
  chrome: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ],
  firefox: [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
};

const packages: Readonly<Record<string, Readonly<Record<BrowserName, string>>>> = {
  debian: { chrome: 'chromium', firefox: 'firefox-esr' },
  ubuntu: { chrome: 'chromium-browser', firefox: 'firefox' },
};

/** What the pages' texts need where there is no font yet. */
const fonts = ['fonts-dejavu-core', 'fonts-noto-color-emoji'];

/** The oldest versions that the manifests admit, which a test compares. */
export const admitted: Readonly<Record<BrowserName, number>> = { chrome: 126, firefox: 142 };

const names: Readonly<Record<BrowserName, string>> = {
  chrome: 'Chromium or Chrome',
  firefox: 'Firefox',
};

/**
 * The path of an installed browser. Where there is none, or none new enough, it is installed on
 * Debian and Ubuntu by root, and said so.
 *
 * @throws with what to install, where that cannot be done here
 */
export function findBrowser(name: BrowserName, oldest = admitted[name]): string {
  const found = installed(name);
  const path = firstSince(oldest, found);
  if (path) return path;
  const [old] = found;
  const lack = old
    ? `${old.path} is too old, of version ${old.version}.`
    : `No ${names[name]} was found.`;
  const system = debianLike();
  if (!system || process.getuid?.() !== 0) {
    throw new Error(`${lack} Please install ${names[name]}, ${oldest} or newer.`);
  }
  const wanted = [packages[system]?.[name] ?? name, ...fonts];
  process.stderr.write(`${lack} Installing ${wanted.join(', ')} with apt-get.\n`);
  apt('update');
  apt('install', '--yes', '--no-install-recommends', ...wanted);
  const fresh = firstSince(oldest, installed(name));
  if (!fresh) {
    throw new Error(
      `${wanted[0]} was installed, but no ${names[name]}, ${oldest} or newer, is there.`,
    );
  }
  return fresh;
}

interface Installed {
  path: string;
  /** The main one. */
  version: number;
}

function installed(name: BrowserName): Installed[] {
  const finder = process.platform === 'win32' ? 'where' : 'which';
  const paths = commands[name].flatMap((command) => {
    const { status, stdout } = spawnSync(finder, [command], { encoding: 'utf8' });
    return status === 0 ? stdout.trim().split('\n').slice(0, 1) : [];
  });
  const others = elsewhere[name].filter((path) => existsSync(path));
  return [...paths, ...others].flatMap((path) => {
    const version = versionOf(path);
    return version === undefined ? [] : { path, version };
  });
}

function firstSince(oldest: number, found: readonly Installed[]): string | undefined {
  return found.find(({ version }) => version >= oldest)?.path;
}

/** `undefined` where it does not start, as what stands for a snap that is not there. */
function versionOf(path: string): number | undefined {
  // There, asking a browser for its version opens a window.
  if (process.platform === 'win32') return Number.POSITIVE_INFINITY;
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
  const [, major] = /(\d+)\.\d/.exec(stdout) ?? [];
  return major === undefined ? undefined : Number(major);
}

function debianLike(): string | undefined {
  if (!existsSync('/etc/os-release')) return undefined;
  const release = readFileSync('/etc/os-release', 'utf8');
  const id = /^ID="?([a-z]+)"?$/m.exec(release)?.[1];
  return id && id in packages ? id : undefined;
}

function apt(...args: string[]): void {
  execFileSync('apt-get', ['--quiet', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
