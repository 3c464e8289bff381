import { describe, expect, it } from 'vitest';
import { accountLabel } from '@/utils/accounts/account-label';
import { attentionOf, conditionOf, isMuted, isWorking } from '@/utils/accounts/attention';
import { account, now } from '../builders';

const all = ['tweet.read', 'tweet.write', 'offline.access'];

describe('conditionOf', () => {
  it.each([
    ['an active account without scopes works', account(), 'working'],
    ['an expired one is expired', account({ status: 'expired' }), 'expired'],
    ['a revoked one is revoked', account({ status: 'revoked' }), 'revoked'],
    ['an unlisted one is unlisted', account({ status: 'unlisted' }), 'unlisted'],
    ['an unrecognized status is unknown', account({ status: 'unknown' }), 'unknown'],
    ['X with every scope it needs works', account({ scopes: all }), 'working'],
    [
      'X without the scope to stay connected will expire',
      account({ scopes: ['tweet.read', 'tweet.write'] }),
      'will-expire',
    ],
    [
      'failing posts come before an expiry to come',
      account({ scopes: ['tweet.write'], failedPosts: 2 }),
      'posts-failing',
    ],
    ['X without the scope to post can’t post', account({ scopes: ['tweet.read'] }), 'cannot-post'],
    ['X without any scope can’t post', account({ scopes: [] }), 'cannot-post'],
    [
      'scopes are ignored if we don’t know the platform’s scopes',
      account({ platform: 'linkedin', scopes: [] }),
      'working',
    ],
    [
      'scopes are ignored if the platform is named like a property of every object',
      account({ platform: 'constructor', scopes: [] }),
      'working',
    ],
    [
      'an expired account that also lacks the scope to post is expired',
      account({ status: 'expired', scopes: [] }),
      'expired',
    ],
  ])('%s', (_, judged, expected) => {
    expect(conditionOf(judged)).toBe(expected);
    expect(isWorking(judged)).toBe(expected === 'working');
  });
});

describe('attentionOf', () => {
  it('is undefined for an account that works', () => {
    expect(attentionOf(account(), now)).toBeUndefined();
  });

  it('is the trouble of an account in trouble', () => {
    expect(attentionOf(account({ status: 'revoked' }), now)).toBe('revoked');
  });

  it('is undefined while the account is muted', () => {
    const muted = account({ status: 'expired', mute: { until: 'works' } });
    expect(attentionOf(muted, now)).toBeUndefined();
  });

  it('is the trouble again as soon as a mute ends', () => {
    const muted = account({ status: 'expired', mute: { until: 'time', at: now } });
    expect(attentionOf(muted, now - 1)).toBeUndefined();
    expect(attentionOf(muted, now)).toBe('expired');
  });
});

describe('isMuted', () => {
  it.each([
    ['no mute', undefined, false],
    ['a mute until it works', { until: 'works' as const }, true],
    ['a permanent mute', { until: 'always' as const }, true],
    ['a mute that has not ended', { until: 'time' as const, at: now + 1 }, true],
    ['a mute that has ended', { until: 'time' as const, at: now }, false],
  ])('handles %s', (_, mute, expected) => {
    expect(isMuted(mute, now)).toBe(expected);
  });
});

describe('accountLabel', () => {
  it.each([
    ['the handle', account({ name: 'Alice', handle: 'alice' }), '@alice'],
    ['else the name', account({ name: 'Alice', platformAccountId: '100' }), 'Alice'],
    ['else the platform and its number', account({ platformAccountId: '100' }), 'X 100'],
    ['else the platform and the service’s id', account({ platform: 'mastodon' }), 'mastodon 1'],
    ['with the id cleaned for display', account({ platformAccountId: '\u202e001\n' }), 'X 001'],
    ['else the platform alone', account({ platformAccountId: '\u202e' }), 'X'],
  ])('is %s', (_, named, expected) => {
    expect(accountLabel(named)).toBe(expected);
  });
});
