import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { findBrowser } from './find.ts';

/** Programs that are all that can be found, and say which version they are. */
function install(versions: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'browsers-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, version] of Object.entries(versions)) {
    const path = join(folder, name);
    writeFileSync(path, `#!/bin/sh\necho '${version}'\n`);
    chmodSync(path, 0o755);
  }
  symlinkSync('/usr/bin/which', join(folder, 'which'));
  vi.stubEnv('PATH', folder);
  return folder;
}

describe.runIf(process.platform === 'linux')('the browser that is used', () => {
  beforeEach(() => {
    const { getuid } = process;
    // Root would have what is missing installed.
    Object.assign(process, { getuid: () => 1_000 });
    onTestFinished(() => {
      Object.assign(process, { getuid });
      vi.unstubAllEnvs();
    });
  });

  it('is the first that is new enough', () => {
    const folder = install({
      'firefox-esr': 'Mozilla Firefox 140.12.0esr',
      firefox: 'Mozilla Firefox 153.0.2',
    });
    expect(findBrowser('firefox')).toBe(join(folder, 'firefox'));
  });

  it('is none that is too old, with an explanation', () => {
    install({ 'firefox-esr': 'Mozilla Firefox 140.12.0esr' });
    expect(() => findBrowser('firefox')).toThrow(
      /firefox-esr is too old, of version 140.*142 or newer/,
    );
  });

  it('is a newer one than the extension needs, if tests need that', () => {
    const folder = install({ chromium: 'Chromium 150.0.7871.100 built on Debian' });
    expect(findBrowser('chrome')).toBe(join(folder, 'chromium'));
    expect(() => findBrowser('chrome', 156)).toThrow('156 or newer');
  });

  it('is requested if none is found or it does not start', () => {
    install({ 'chromium-browser': 'This needs the chromium snap.' });
    expect(() => findBrowser('chrome')).toThrow('Please install');
  });
});
