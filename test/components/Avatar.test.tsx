import { describe, expect, it } from 'vitest';
import { initials } from '@/components/Avatar';

describe('initials', () => {
  it('takes the first letters of two words', () => {
    expect(initials('SchedPilot Official')).toBe('SO');
  });
});
