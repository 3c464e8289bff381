/** A text to be saved as a file. */
export interface ExportFile {
  name: string;
  type: (typeof types)[keyof typeof types];
  text: string;
}

const types = { csv: 'text/csv', json: 'application/json', html: 'text/html' } as const;

/** Has the browser save a file. */
export function saveFile({ name, type, text }: ExportFile): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** A file with the local date in its name. `now`: ms since the epoch. */
export function datedFile(
  what: string,
  extension: keyof typeof types,
  text: string,
  now: number,
): ExportFile {
  const date = new Date(now);
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  const day = parts.map((part) => String(part).padStart(2, '0')).join('-');
  return { name: `still-connected-${what}-${day}.${extension}`, type: types[extension], text };
}
