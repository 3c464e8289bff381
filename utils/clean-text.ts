const maxLength = 200;

/**
 * Bidi overrides, bidi isolates and control characters, with which a name could imitate another.
 */
const deceptive = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** Nearly all texts need no cleaning, and a check reads tens of thousands of them. */
const plain = /^[ -~]{0,200}$/;

/**
 * Makes a text from elsewhere safe to show: no control or direction characters, no lone surrogates,
 * at most 200 characters. `undefined` where nothing is left.
 */
export function cleanText(text: string | null | undefined): string | undefined {
  if (text && plain.test(text)) return text.trim() || undefined;
  const clean = text?.replace(deceptive, '').toWellFormed().trim();
  return clean ? [...clean].slice(0, maxLength).join('') : undefined;
}
