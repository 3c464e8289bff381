import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvFile } from '@/utils/export/csv';

/** Reads CSV as RFC 4180 has it. */
function parseCsv(file: string): string[][] {
  const rows: string[][] = [];
  let cells: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  const text = file.replace(/^\uFEFF/, '');
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text);
    if (!found) throw new Error('This is no CSV');
    const [, quoted, plain = '', end] = found;
    cells.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ',') continue;
    rows.push(cells);
    cells = [];
  }
  return rows;
}

const signs = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', '﹣', '−'];

/** Names as people and attackers make them: signs, quotes and what cannot be seen come first. */
const anyText = fc
  .tuple(
    fc.array(fc.constantFrom(...signs, '"', "'", ' ', '\u200B', '\u00A0', '\u0338', ',', ';'), {
      maxLength: 4,
    }),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  )
  .map(([start, rest]) => start.join('') + rest);

describe('a CSV file', () => {
  it('starts with Excel’s mark for UTF-8, and ends rows as in RFC 4180', () => {
    expect(csvFile([['Name'], ['مخبز 🌼']])).toBe(
      '\uFEFFName\r\nمخبز 🌼\r\n'.replace('مخبز 🌼', '"مخبز 🌼"'),
    );
  });

  it.each([
    ['a comma', 'a,b', '"a,b"'],
    ['a quote', 'a"b', '"a""b"'],
    ['a line break', 'a\r\nb', '"a\r\nb"'],
    ['nothing', '', ''],
    ['a plain word', 'alice', 'alice'],
  ])('escapes %s', (_, text, cell) => {
    expect(csvFile([[text]])).toBe(`\uFEFF${cell}\r\n`);
  });

  it.each([
    '=HYPERLINK("https://evil.example")',
    '+1',
    '-1',
    '@alice',
    '\t=1',
    '"=1',
    "'=1",
    ' =1',
    '＝1',
    '\u200B=1',
    '=\u0338',
  ])('marks %j as text', (text) => {
    expect(parseCsv(csvFile([[text]]))).toEqual([[`'${text}`]]);
  });

  it('gives back every text, and never one that starts like a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyText, { minLength: 1 }), { minLength: 1 }), (rows) => {
        const found = parseCsv(csvFile(rows));
        const formula = /^["\s\p{Cf}]*[=+\-@]/u;
        const unsafe = found.flat().filter((cell) => formula.test(cell.normalize('NFKC')));
        expect(unsafe).toEqual([]);
        // A text is as it was, or has one apostrophe in front.
        const marked = found.map((cells, r) => cells.map((cell, c) => cell !== rows[r]?.[c]));
        expect(
          found.map((cells, r) => cells.map((cell, c) => (marked[r]?.[c] ? cell.slice(1) : cell))),
        ).toEqual(rows);
        expect(
          found
            .flat()
            .filter((_, i) => marked.flat()[i])
            .every((cell) => cell.startsWith("'")),
        ).toBe(true);
      }),
    );
  });

  it('marks a text so that it differs from one with its own apostrophe', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        fc.pre(a !== b);
        expect(csvFile([[a]])).not.toBe(csvFile([[b]]));
      }),
    );
  });
});
