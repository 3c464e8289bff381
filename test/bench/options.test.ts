import { expect, it } from 'vitest';
import { optionsOf } from './options.ts';

const all = ['size', 'popup', 'click'] as const;

it('measures all parts in three runs, and quickly in one', () => {
  expect(optionsOf(all, [])).toEqual({ parts: all, runs: 3, quick: false });
  expect(optionsOf(all, ['--quick'])).toEqual({ parts: all, runs: 1, quick: true });
});

it('measures some parts, in their own order', () => {
  expect(optionsOf(all, ['--only', 'click,size']).parts).toEqual(['size', 'click']);
});

it('lists what can be measured and how often', () => {
  expect(() => optionsOf(all, ['--only', 'clicks'])).toThrow('size,popup,click');
  expect(() => optionsOf(all, ['--runs', '0'])).toThrow('from 1');
});

it('compares with another extension, if it knows what that shows', () => {
  const peer = { folder: '/peer', shows: 'main p' };
  expect(optionsOf(all, ['--peer', '/peer', '--peer-shows', 'main p']).peer).toEqual(peer);
  expect(() => optionsOf(all, ['--peer', '/peer'])).toThrow('--peer-shows');
});
