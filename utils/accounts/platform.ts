interface Platform {
  /** Its own spelling of its name. */
  name: string;
  /** Where it asks a person to grant access; subdomains count as well. */
  hosts: readonly string[];
}

const platforms: ReadonlyMap<string, Platform> = new Map([
  ['twitter', { name: 'X', hosts: ['x.com', 'twitter.com'] }],
  ['facebook', { name: 'Facebook', hosts: ['facebook.com'] }],
  ['instagram', { name: 'Instagram', hosts: ['instagram.com', 'facebook.com'] }],
  ['threads', { name: 'Threads', hosts: ['threads.net', 'threads.com', 'instagram.com'] }],
  ['linkedin', { name: 'LinkedIn', hosts: ['linkedin.com'] }],
  ['linkedin_page', { name: 'LinkedIn Page', hosts: ['linkedin.com'] }],
  ['bluesky', { name: 'Bluesky', hosts: ['bsky.app', 'bsky.social'] }],
  ['pinterest', { name: 'Pinterest', hosts: ['pinterest.com'] }],
  ['youtube', { name: 'YouTube', hosts: ['accounts.google.com', 'youtube.com'] }],
  ['tiktok', { name: 'TikTok', hosts: ['tiktok.com'] }],
]);

/** A platform's name; one that came since is shown as the service wrote it. */
export function platformName(platform: string): string {
  return platforms.get(platform)?.name ?? platform;
}

/**
 * What a platform is called where its kinds of accounts are not told apart: SchedPilot's older
 * answers know no `linkedin_page`.
 */
export function widerWord(platform: string): string {
  return platform === 'linkedin_page' ? 'linkedin' : platform;
}

/** True where a host is the platform's own, so that a person need not be asked before it opens. */
export function isHostOf(platform: string, host: string): boolean {
  const own = platforms.get(platform)?.hosts ?? [];
  return own.some((name) => host === name || host.endsWith(`.${name}`));
}
