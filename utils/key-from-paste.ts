import { services } from './services/registry';

/** Invisible characters, often copied by accident, and never part of a key. */
const unseen = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

const quotes = '"\'`´‘’‚‛“”„‟‹›«»「」『』＂＇';
const around = new RegExp(`^[\\s${quotes}]+|[\\s${quotes}]+$`, 'g');
/** A run of characters that may occur in a key of a known format. */
const word = new RegExp(`[^\\s${quotes};,()[\\]{}<>|\\\\]+`, 'g');
const nameBefore = /^.*[:=：＝]/;
/** A plain word after a space may be the rest of a key that was broken in two. */
const isBroken = '\\s+\\w+(?:\\s|$)';
const broken = new RegExp(`^${isBroken}`);

const value = `[\\s${quotes}]*([^\\s${quotes}]+?)[;,]?(?=[\\s${quotes}]|$)(?!${isBroken})`;
/** Names after which a key of an unknown format may follow. */
const behind = [
  new RegExp(`x-api-key[${quotes}]?\\s*[:=]${value}`, 'i'),
  new RegExp(`authorization[${quotes}]?\\s*[:=][\\s${quotes}]*bearer\\s${value}`, 'i'),
  new RegExp(`^bearer\\s${value}$`, 'i'),
  new RegExp(`^(?:export\\s+|\\$env:)?[\\w.-]*(?:key|token|secret)[\\w.-]*\\s*=(?!=)${value}`, 'i'),
];

/** A longer text (in characters) isn't a pasted command or line of a file, so it isn't searched. */
const longestText = 10_000;

/**
 * The key in a text that was pasted as one: without quotes, unseen characters, the name of a header
 * or variable, or the command around it. A text in which none is found is only trimmed.
 */
export function keyFromPaste(text: string): string {
  if (text.length > longestText) return text.trim();
  const found = unwrapped(text);
  return found === text ? found : keyFromPaste(found);
}

function unwrapped(text: string): string {
  const bare = text.replace(unseen, '').replace(around, '');
  // A match of a service's key pattern is more certain than what surrounds it.
  const [found, ...others] = apiKeysIn(bare);
  if (others.some(({ key }) => key !== found?.key)) return bare;
  if (found?.isWhole) return found.key;
  for (const pattern of behind) {
    const [, key] = pattern.exec(bare) ?? [];
    if (key !== undefined) return key;
  }
  return bare;
}

/** What looks like a key, by itself or behind a name. */
function apiKeysIn(text: string): { key: string; isWhole: boolean }[] {
  return [...text.matchAll(word)].flatMap(({ 0: found, index }) => {
    const key = found.replace(nameBefore, '');
    if (!hasDocumentedLook(key)) return [];
    return { key, isWhole: !broken.test(text.slice(index + found.length)) };
  });
}

function hasDocumentedLook(key: string): boolean {
  return Object.values(services).some(({ keyPattern }) => keyPattern.test(key));
}
