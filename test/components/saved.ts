import { vi } from 'vitest';

/** What the page has the browser save, and under which name. */
export function recordSaved() {
  const saved: { name: string; text: Promise<string> }[] = [];
  const blobs = new Map<string, Blob>();
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    const url = `blob:${blobs.size}`;
    if (blob instanceof Blob) blobs.set(url, blob);
    return url;
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    const text = blobs.get(this.href)?.text() ?? Promise.resolve('');
    saved.push({ name: this.download, text });
  });
  return saved;
}
