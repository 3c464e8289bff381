/** A message as every chat can show it. Plain text: each service escapes it in its own way. */
export interface ChatMessage {
  title: string;
  /** One paragraph a line. */
  text: string;
  facts: readonly { name: string; value: string }[];
  links: readonly { text: string; url: string }[];
  /** `bad` for trouble, `good` for a recovery. */
  tone: 'bad' | 'good' | 'neutral';
}

/** Cuts a text to what a service takes, counted as it counts: in UTF-16 units. */
export function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).toWellFormed()}…`;
}

/**
 * Cuts a text so that it fits when it is escaped: Slack and Discord count each character of an
 * escape. None is cut in two.
 */
export function shortenEscaped(
  text: string,
  most: number,
  escaped: (text: string) => string,
): string {
  let kept = shorten(text, most);
  while (escaped(kept).length > most) kept = shorten(kept, kept.length - 10);
  return escaped(kept);
}

/** `&`, `<` and `>` as entities, as Slack and Google Chat want them. */
export function escapeEntities(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Markdown's special characters behind a backslash, as Discord and Teams want them. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()<>#+\-.!|~:]/g, '\\$&');
}
