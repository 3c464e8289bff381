/** Excel takes a file for UTF-8 only where it begins with this. */
const byteOrderMark = '\uFEFF';

/** Rows of texts as a CSV file: RFC 4180, in which no cell is a formula. */
export function csvFile(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells) => cells.map((cell) => quoted(harmless(cell))).join(','));
  return byteOrderMark + lines.map((line) => `${line}\r\n`).join('');
}

/** What spreadsheets take for the beginning of a formula, also after quotes and unseen characters. */
const formula = /^["'\s\p{Cc}\p{Cf}]*[=+\-@−\t\r\n]/u;

/**
 * A text that no spreadsheet runs, marked as text by an apostrophe in front. Wide forms of the
 * signs count as the signs.
 */
function harmless(text: string): string {
  const runs = formula.test(text) || formula.test(text.normalize('NFKC'));
  return runs ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",;\s]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
