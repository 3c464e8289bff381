/** Excel reads a file as UTF-8 only if it starts with this. */
const byteOrderMark = '\uFEFF';

/** Rows as a CSV file by RFC 4180, with no cell that a spreadsheet takes for a formula. */
export function csvFile(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells) => cells.map((cell) => quoted(harmless(cell))).join(','));
  return byteOrderMark + lines.map((line) => `${line}\r\n`).join('');
}

/** The start of a formula in spreadsheets, even after quotes or invisible characters. */
const formula = /^["'\s\p{Cc}\p{Cf}]*[=+\-@−\t\r\n]/u;

/**
 * A text no spreadsheet runs: an apostrophe in front marks it as text. Full-width signs
 * count too.
 */
function harmless(text: string): string {
  const runs = formula.test(text) || formula.test(text.normalize('NFKC'));
  return runs ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",;\s]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
