import { describe, expect, it } from 'vitest';
import { platformName } from '@/utils/accounts/platform';

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

  it('leaves a platform that is not known as the service wrote it', () => {
    expect(platformName('mastodon')).toBe('mastodon');
  });
});
