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
    ['another domain that ends in the same letters', 'twitter', 'evilx.com'],
    ['a domain that has it as a subdomain', 'twitter', 'x.com.example'],
    ['the parent domain of an accepted host', 'youtube', 'google.com'],
    ['another platform’s host', 'twitter', 'facebook.com'],
    ['any host for an unknown platform', 'mastodon', 'mastodon.social'],
    ['an empty host', 'twitter', ''],
  ])('rejects %s', (_, platform, host) => {
    expect(isHostOf(platform, host)).toBe(false);
  });
});
