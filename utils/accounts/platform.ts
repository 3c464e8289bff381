/** `hosts`: where the platform asks for access, with their subdomains. */
const platforms = new Map([
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

/** A platform's name. An unknown platform is shown as the service wrote it. */
export function platformName(platform: string): string {
  return platforms.get(platform)?.name ?? platform;
}

/** The platform name in SchedPilot's older answers, which don't distinguish `linkedin_page`. */
export function legacyPlatform(platform: string): string {
  return platform === 'linkedin_page' ? 'linkedin' : platform;
}

/** True where a host belongs to the platform, so it can be opened without asking. */
export function isHostOf(platform: string, host: string): boolean {
  const own = platforms.get(platform)?.hosts ?? [];
  return own.some((name) => host === name || host.endsWith(`.${name}`));
}
