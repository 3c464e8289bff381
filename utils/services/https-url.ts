/** Returns a plain https URL unchanged, and `undefined` for everything else. */
export function httpsUrl(text: string | null | undefined): string | undefined {
  const url = URL.parse(text ?? '');
  return url?.protocol === 'https:' && !url.username && !url.password ? url.href : undefined;
}
