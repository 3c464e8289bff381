/** A text to be saved as a file. */
export interface ExportFile {
  name: string;
  type: 'application/json' | 'text/csv' | 'text/html';
  text: string;
}

/** Has the browser save a file. */
export function saveFile({ name, type, text }: ExportFile): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** A file name with the local date. `now`: ms since the epoch. */
export function datedFileName(
  what: string,
  extension: 'csv' | 'json' | 'html',
  now: number,
): string {
  const date = new Date(now);
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  const day = parts.map((part) => String(part).padStart(2, '0')).join('-');
  return `still-connected-${what}-${day}.${extension}`;
}
