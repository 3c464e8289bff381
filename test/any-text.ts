import fc from 'fast-check';

/** Half of a pair, which stands for no character by itself: `encodeURIComponent` throws at it. */
const isSurrogate = (code: number) => 0xd800 <= code && code <= 0xdfff;

const anyCharacter = fc
  .oneof(fc.nat(0x7f), fc.nat(0xffff), fc.nat(0x10ffff))
  .filter((code) => !isSurrogate(code))
  .map((code) => String.fromCodePoint(code));

/** Of any characters at all; fast-check's own takes a second to list them. */
export const anyText: fc.Arbitrary<string> = fc.string({ unit: anyCharacter });
