import { cp, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** What Firefox has compiled of its own scripts, and in which version of it. */
const parts = ['startupCache', 'compatibility.ini'] as const;
const kept = join('.output', 'firefox-start');

/**
 * Brings to a fresh profile what the first one has compiled at its start, which took it longer than
 * all else. Firefox leaves aside what another version of it has left.
 */
export async function bringStart(profile: string): Promise<void> {
  await copyParts(kept, profile).catch(() => {});
}

/** Keeps what a profile has compiled, once its Firefox has ended, for those that come. */
export async function keepStart(profile: string): Promise<void> {
  if (await isStartKept(profile)) return;
  // Whole at once: others may start meanwhile, or end.
  const whole = await mkdtemp(`${kept}-`);
  try {
    await copyParts(profile, whole);
    await rm(kept, { recursive: true, force: true });
    await rename(whole, kept);
  } catch {
    // Another one was first, or this one ended before it had written anything: it is only sooner.
    await rm(whole, { recursive: true, force: true });
  }
}

/** Whether there is nothing in a profile that those that come would start sooner with. */
export async function isStartKept(profile: string): Promise<boolean> {
  return (await versionIn(profile)) === (await versionIn(kept));
}

function versionIn(folder: string): Promise<string> {
  return readFile(join(folder, parts[1]), 'utf8').catch(() => '');
}

async function copyParts(from: string, to: string): Promise<void> {
  for (const part of parts) await cp(join(from, part), join(to, part), { recursive: true });
}
