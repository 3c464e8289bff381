const maxLength = 200;

/** Bidi overrides and isolates, and control characters: a name could use them to pose as another. */
const deceptive = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** Nothing to clean or cut: so are nearly all texts, and a check reads tens of thousands. */
const plain = /^[ -~]{0,200}$/;

/**
 * A text from elsewhere, made fit to show: no control or direction characters, no lone
 * surrogates, at most 200 characters. `undefined` where nothing is left.
 */
export function cleanText(text: string | null | undefined): string | undefined {
  if (text && plain.test(text)) return text.trim() || undefined;
  const clean = text?.replace(deceptive, '').toWellFormed().trim();
  return clean ? [...clean].slice(0, maxLength).join('') : undefined;
}
