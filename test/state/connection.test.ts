import { describe, expect, it } from 'vitest';
import { keyHint, targetsOf } from '@/utils/state/connection';
import { connection } from '../builders';

describe('a key’s hint', () => {
  it('is its last three characters', () => {
    expect(keyHint('smm_12345xyz')).toBe('xyz');
  });

  it('is empty for a key so short that three characters would reveal much of it', () => {
    expect(keyHint('smm_1234xyz')).toBe('');
  });
});

describe('the targets of a connection', () => {
  const profiles = [{ id: 'p1' }, { id: 'p2', name: 'Northwind' }];

  it('are its profiles if the service has them', () => {
    expect(targetsOf(connection({ service: 'synposter', profiles }))).toEqual([
      { connectionId: 'c1', profileId: 'p1' },
      { connectionId: 'c1', profileId: 'p2' },
    ]);
  });

  it('are only the connection itself if the service has none', () => {
    expect(targetsOf(connection({ service: 'schedpilot', profiles }))).toEqual([
      { connectionId: 'c1' },
    ]);
  });
});
