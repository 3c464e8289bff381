import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { defineItem, parseStored, renaming, toStored } from '@/utils/storage/item';

const pet = defineItem(
  'local:pet',
  z.object({ name: z.string(), legs: z.number() }),
  { name: '', legs: 0 },
  [
    (old) => ({ name: z.string().parse(old) }),
    (old) => ({ ...z.object({ name: z.string() }).parse(old), legs: 4 }),
  ],
);

describe('a stored value', () => {
  it('is read back as written', () => {
    fc.assert(
      fc.property(fc.record({ name: fc.string(), legs: fc.integer() }), (value) => {
        const stored: unknown = JSON.parse(JSON.stringify(toStored(pet, value)));
        expect(parseStored(pet, stored)).toEqual({ kind: 'value', value });
      }),
    );
  });

  it('may be null if its item allows that', () => {
    const item = defineItem('local:note', z.nullable(z.string()), null);
    expect(parseStored(item, toStored(item, null))).toEqual({ kind: 'value', value: null });
  });

  it.each([undefined, null])('is absent if storage has %s', (stored) => {
    expect(parseStored(pet, stored)).toEqual({ kind: 'absent' });
  });

  it('of an older version goes through every migration in turn', () => {
    const value = { name: 'Rex', legs: 4 };
    expect(parseStored(pet, { version: 1, value: 'Rex' })).toEqual({ kind: 'value', value });
    expect(parseStored(pet, { version: 2, value: { name: 'Rex' } })).toEqual({
      kind: 'value',
      value,
    });
  });

  it.each([
    ['is of a newer version', { version: 4, value: { name: 'Rex', legs: 4 } }],
    ['is of a version without a migration', { version: 0, value: 'Rex' }],
    ['makes its migration fail', { version: 1, value: 7 }],
    ['has another shape', { version: 3, value: { name: 'Rex', legs: 'four' } }],
    ['has no value', { version: 3 }],
    ['has no version', { value: { name: 'Rex', legs: 4 } }],
    ['has a version that is not a whole number', { version: 2.5, value: { name: 'Rex' } }],
    ['has a version that is not a number', { version: '3', value: { name: 'Rex', legs: 4 } }],
    ['was never written by us', 'Rex'],
  ])('is unreadable if it %s', (_, stored) => {
    expect(parseStored(pet, stored)).toEqual({ kind: 'unreadable' });
  });

  it('is parsed without throwing, whatever it is', () => {
    const anyStored = fc.oneof(
      fc.anything(),
      fc.record({ version: fc.integer({ min: -2, max: 5 }), value: fc.anything() }),
    );
    fc.assert(
      fc.property(anyStored, (stored) => {
        const parsed = parseStored(pet, stored);
        if (parsed.kind !== 'value') return;
        expect(pet.schema.safeParse(parsed.value).success).toBe(true);
      }),
    );
  });
});

describe('a migration that renames fields', () => {
  const rename = renaming({ paws: 'legs', toString: 'text' });

  it('renames them at any depth, and nothing else', () => {
    const old = { paws: 4, name: 'paws', friends: [{ paws: 2, age: null }, 'Rex'] };
    expect(rename(old)).toEqual({
      legs: 4,
      name: 'paws',
      friends: [{ legs: 2, age: null }, 'Rex'],
    });
  });

  it('keeps whatever is stored otherwise', () => {
    const without = renaming({});
    fc.assert(
      fc.property(fc.jsonValue(), (old) => {
        expect(without(old)).toEqual(old);
      }),
    );
  });
});
