import { describe, expect, it } from 'vitest';
import { shapeOf } from '@/utils/services/shape';
import { sample } from '../apis/scenario.ts';

describe('the shape of an answer', () => {
  it('is that of the documented samples', () => {
    expect(shapeOf(JSON.parse(sample('schedpilot-accounts')))).toBe(
      '{accounts: [2 × {id: number, image: string, name: string, type: string}], code: number}',
    );
    expect(shapeOf(JSON.parse(sample('synposter-accounts')))).toBe(
      '{data: [1 × {connectedAt: string, handle: string, id: string, lastRefreshedAt: string, platform: string, platformAccountId: string, profileId: string, scopes: [4 × string], status: string}]}',
    );
  });

  it.each<[string, unknown, string]>([
    ['a text', 'secret', 'string'],
    ['nothing', null, 'null'],
    ['an empty list', [], '[0 × ]'],
    ['an empty object', {}, '{}'],
    [
      'types that differ',
      [1, 'a', null, true, {}, []],
      '[6 × [0 × ] | boolean | null | number | string | {}]',
    ],
    ['a field that some entries lack', [{ a: 1, b: 2 }, { a: 1 }], '[2 × {a: number, b?: number}]'],
    ['lists of several lengths', [{ s: ['a'] }, { s: ['a', 'b'] }], '[2 × {s: [1/2 × string]}]'],
  ])('shows %s', (_, json, shape) => {
    expect(shapeOf(json)).toBe(shape);
  });

  it.each([
    'acct_81',
    '17841400008460056',
    'mira@example.com',
    'mira.bsky.social',
    'https://x.com/mira',
    'northwind-eu',
    'café',
    'smm_abcdefghij',
    'sk_live_abcdefghij',
    'a'.repeat(31),
    '',
    '__proto__ ',
  ])('hides the field name %o', (name) => {
    expect(shapeOf({ [name]: 1 })).toBe('{<name>: number}');
  });

  it.each(['id', 'platformAccountId', 'per_page', '__proto__', 'hasMore'])(
    'shows the field name %s',
    (name) => {
      expect(shapeOf(JSON.parse(`{"${name}":1}`))).toBe(`{${name}: number}`);
    },
  );

  it('hides the names of a map, however few, and of objects with many fields', () => {
    const account = { id: 1, status: 'active' };
    expect(shapeOf({ alice: account, bob: account })).toBe(
      '{<name>: {id: number, status: string}}',
    );
    const letters = [...'abcdefghijklmnopqrstuvwxyzABCDEF'];
    expect(shapeOf(Object.fromEntries(letters.map((name) => [name, 1])))).toBe('{<name>: number}');
    expect(shapeOf(letters.map((name) => ({ [name]: 1 })))).toBe('[32 × {<name>: number}]');
    expect(shapeOf({ data: account, meta: { total: 1 } })).toContain('data: {');
  });

  it('ends at the eighth level', () => {
    const nested: unknown = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);
    expect(shapeOf(nested)).toBe(`${'[1 × '.repeat(8)}…${']'.repeat(8)}`);
  });

  it('is the same for entries and fields in another order', () => {
    const entries = [{ a: 1, b: 'x' }, null, { b: null, a: 2 }, [1], [1, 2]];
    expect(shapeOf(entries.toReversed())).toBe(shapeOf(entries));
  });

  it('is computed even for 100,000 entries of different lengths', () => {
    const entries = Array.from({ length: 100_000 }, (_, i) => Array(i % 50));
    expect(shapeOf(entries).length).toBeLessThan(2_000);
  });
});
