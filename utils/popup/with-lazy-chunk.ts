export type LazyChunk = typeof import('./lazy-chunk');

let chunk: LazyChunk | undefined;

/**
 * Runs what needs the popup's second part. Once that is loaded, it runs without waiting: Firefox
 * grants host access only while it handles the user's click.
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/User_actions
 */
export async function withLazyChunk<Result>(
  use: (chunk: LazyChunk) => Promise<Result> | Result,
): Promise<Result> {
  chunk ??= await import('./lazy-chunk');
  return use(chunk);
}
