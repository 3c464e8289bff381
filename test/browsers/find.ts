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

/**
 * The path of an installed browser. Where there is none, it is installed on Debian and Ubuntu by
 * root, and said so.
 *
 * @throws with what to install, where that cannot be done here
 */
export function findBrowser(name: BrowserName): string {
  const found = installed(name);
  if (found) return found;
  const system = debianLike();
  if (!system || process.getuid?.() !== 0) {
    throw new Error(
      name === 'chrome'
        ? 'No Chromium or Google Chrome was found. Please install one of them.'
        : 'No Firefox was found. Please install it (142 or newer).',
    );
  }
  const wanted = [packages[system]?.[name] ?? name, ...fonts];
  process.stderr.write(`No ${name} was found: installing ${wanted.join(', ')} with apt-get.\n`);
  apt('update');
  apt('install', '--yes', '--no-install-recommends', ...wanted);
  const fresh = installed(name);
  if (!fresh) throw new Error(`${wanted[0]} was installed, but no ${name} can be found.`);
  return fresh;
}

function installed(name: BrowserName): string | undefined {
  const finder = process.platform === 'win32' ? 'where' : 'which';
  for (const command of commands[name]) {
    const { status, stdout } = spawnSync(finder, [command], { encoding: 'utf8' });
    const [path] = status === 0 ? stdout.trim().split('\n') : [];
    if (path) return path;
  }
  return elsewhere[name].find((path) => existsSync(path));
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
