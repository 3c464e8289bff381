const names: ReadonlyMap<string, string> = new Map([
  ['twitter', 'X'],
  ['facebook', 'Facebook'],
  ['instagram', 'Instagram'],
  ['threads', 'Threads'],
  ['linkedin', 'LinkedIn'],
  ['linkedin_page', 'LinkedIn Page'],
  ['bluesky', 'Bluesky'],
  ['pinterest', 'Pinterest'],
  ['youtube', 'YouTube'],
  ['tiktok', 'TikTok'],
]);

/** A platform's own spelling of its name; one that came since is shown as the service wrote it. */
export function platformName(platform: string): string {
  return names.get(platform) ?? platform;
}
