import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from '../../browsers/launch.ts';
import type { Launched, LaunchOptions } from '../../browsers/launched.ts';

/**
 * A browser whose user has pinned the extension's icon. One that is not pinned moves into the
 * toolbar at a click, and its popup waits for that: about 260 ms.
 *
 * @throws where Chromium has given the extension another id than the one that was pinned
 */
export async function launchPinned(options: LaunchOptions & { folder: string }): Promise<Launched> {
  const profile = mkdtempSync(join(tmpdir(), 'still-connected-bench-'));
  const id = idOf(options.folder);
  mkdirSync(join(profile, 'Default'));
  writeFileSync(
    join(profile, 'Default', 'Preferences'),
    JSON.stringify({ extensions: { pinned_extensions: [id] } }),
  );
  const launched = await launch('chrome', { ...options, profile });
  const close = async () => {
    await launched.close();
    rmSync(profile, { recursive: true, force: true });
  };
  if (launched.origin !== `chrome-extension://${id}/`) {
    await close();
    throw new Error(`The icon of ${launched.origin} is not pinned`);
  }
  return { ...launched, close };
}

/**
 * Chromium makes the id of an unpacked extension from its path:
 * https://chromium.googlesource.com/chromium/src/+/main/components/crx_file/id_util.cc
 */
function idOf(folder: string): string {
  const hash = createHash('sha256').update(realpathSync(folder)).digest('hex');
  return hash.slice(0, 32).replace(/./g, (digit) => 'abcdefghijklmnop'.charAt(parseInt(digit, 16)));
}
