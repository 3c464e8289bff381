import { describe, expect, it } from 'vitest';
import { initials } from '@/components/account/Avatar';

describe('initials', () => {
  it('are the first letters of two words', () => {
    expect(initials('SchedPilot Official')).toBe('SO');
    expect(initials('cafe.aroma')).toBe('CA');
    expect(initials('Émile & Zoë')).toBe('ÉZ');
    expect(initials('_4 you')).toBe('4Y');
    expect(initials('…')).toBe('?');
  });

  it('keep an emoji whole, however many characters it has', () => {
    expect(initials('👩🏽‍🍳 Studio')).toBe('👩🏽‍🍳S');
    expect(initials('❤️ Nord')).toBe('❤️N');
  });
});
