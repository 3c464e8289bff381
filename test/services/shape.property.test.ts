import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shapeOf } from '@/utils/services/shape';

/** Texts and numbers that can come from nowhere else. */
const anyValue = fc.oneof(
  fc.string({ minLength: 1 }).map((text) => `§${text}§`),
  fc.integer({ min: 1_000_000_000 }),
  fc.constantFrom(null, true, false),
);
const anyName = fc.oneof(
  fc.constantFrom('id', 'accounts', 'data', 'posted_status', '__proto__'),
  fc.string(),
  fc.emailAddress(),
  fc.uuid(),
  fc.webUrl(),
  fc.stringMatching(/^(smm|sk_live)_[a-z]+$/),
);
const { json: anyJson } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'medium' },
    anyValue,
    fc.array(tie('json')),
    fc.dictionary(anyName, tie('json'), { noNullPrototype: true }),
  ),
}));

/** Every name and every value in a JSON value. */
function partsOf(json: unknown): { names: string[]; values: string[] } {
  if (typeof json !== 'object' || json === null) {
    const isData = typeof json === 'string' || typeof json === 'number';
    return { names: [], values: isData ? [String(json)] : [] };
  }
  const inner = Object.values(json).map(partsOf);
  return {
    names: [
      ...(Array.isArray(json) ? [] : Object.keys(json)),
      ...inner.flatMap(({ names }) => names),
    ],
    values: inner.flatMap(({ values }) => values),
  };
}

it('contains no value, and no name that may be data', () => {
  fc.assert(
    fc.property(anyJson, (json) => {
      const shape = shapeOf(json);
      const { names, values } = partsOf(json);
      for (const value of values) expect(shape).not.toContain(value);
      expect(shape).not.toMatch(/smm_|sk_live_|@|\/\/|§/);
      // Without its own words, only plain names are left of the shape.
      const shown = shape.match(/[^\s{}[\],:|×?]+(?=\??:)/g) ?? [];
      for (const name of shown) expect(name).toMatch(/^(<name>|[a-z_]{1,30})$/i);
      for (const name of shown) expect([...names, '<name>']).toContain(name);
    }),
  );
});

it('has at most 2,000 characters, the same each time', () => {
  const anything = fc.oneof(anyJson, fc.jsonValue({ maxDepth: 12 }), fc.anything());
  fc.assert(
    fc.property(anything, (json) => {
      expect(shapeOf(json).length).toBeLessThanOrEqual(2_000);
      expect(shapeOf(json)).toBe(shapeOf(json));
    }),
  );
});

it('is cut if many long names would make it longer', () => {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const wide = (levels: number): unknown =>
    levels === 0
      ? 1
      : Object.fromEntries(letters.map((name) => [name.repeat(30), [wide(levels - 1)]]));
  expect(shapeOf(wide(3))).toHaveLength(2_000);
});
