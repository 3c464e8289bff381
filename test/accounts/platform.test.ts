import { describe, expect, it } from 'vitest';
import { isHostOf, platformName } from '@/utils/accounts/platform';

describe('platformName', () => {
  it.each([
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
  ])('spells %s as the platform itself does: %s', (platform, name) => {
    expect(platformName(platform)).toBe(name);
  });

  it('leaves an unknown platform as the service wrote it', () => {
    expect(platformName('mastodon')).toBe('mastodon');
  });
});

describe('isHostOf', () => {
  it.each([
    ['twitter', ['x.com', 'twitter.com', 'api.x.com']],
    ['facebook', ['facebook.com', 'www.facebook.com']],
    ['instagram', ['instagram.com', 'facebook.com']],
    ['threads', ['threads.net', 'threads.com', 'instagram.com']],
    ['linkedin', ['linkedin.com', 'www.linkedin.com']],
    ['linkedin_page', ['linkedin.com']],
    ['bluesky', ['bsky.app', 'bsky.social']],
    ['pinterest', ['pinterest.com']],
    ['youtube', ['accounts.google.com', 'youtube.com']],
    ['tiktok', ['tiktok.com', 'www.tiktok.com']],
  ])('accepts %s', (platform, hosts) => {
    for (const host of hosts) expect(isHostOf(platform, host)).toBe(true);
  });

  it.each([
    ['a name that only ends like it', 'twitter', 'evilx.com'],
    ['one of which it is a subdomain', 'twitter', 'x.com.example'],
    ['one that a subdomain is named after', 'youtube', 'google.com'],
    ['another platform’s', 'twitter', 'facebook.com'],
    ['any for a platform that is not known', 'mastodon', 'mastodon.social'],
    ['the empty one', 'twitter', ''],
  ])('rejects %s', (_, platform, host) => {
    expect(isHostOf(platform, host)).toBe(false);
  });
});
