import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, it } from 'vitest';
import { services } from '@/utils/services/registry';

type Message = Awaited<ReturnType<typeof parseMessagesFile>>[number];

const categories: readonly string[] = ['zero', 'one', 'two', 'few', 'many', 'other'];
const files = readdirSync('locales');
const read = (file: string) => parseMessagesFile(join('locales', file));
const translations = await Promise.all(
  files.map(async (file) => ({ file, messages: await read(file) })),
);
const english = (await read('en.yml')).filter(isOurs);

/** The browser has some of its own. */
function isOurs({ key }: Message): boolean {
  return !key[0]?.startsWith('@@');
}

/** What a message is called in code: one with plural forms has one name for all. */
function nameOf({ key }: Message, plurals: ReadonlySet<string>): string {
  const [last = ''] = key.slice(-1);
  const isForm = categories.includes(last) && plurals.has(key.slice(0, -1).join('.'));
  return (isForm ? key.slice(0, -1) : key).join('.');
}

function namesOf(messages: readonly Message[]): Set<string> {
  const plurals = pluralNames(messages);
  return new Set(messages.map((message) => nameOf(message, plurals)));
}

function pluralNames(messages: readonly Message[]): Set<string> {
  return new Set(
    messages
      .filter(({ key }) => key.at(-1) === 'other')
      .map(({ key }) => key.slice(0, -1).join('.')),
  );
}

function textOf(message: Message): string {
  return message.type === 'simple' ? message.message : '';
}

/** What is put into a text: `$1`, `{who}`. */
function places(message: Message): string[] {
  return [...new Set(textOf(message).match(/\$\d|\{\w+\}/g))].sort();
}

/** The plural categories that counts of accounts, posts and profiles fall into. */
function categoriesOf(language: string): string[] {
  const rules = new Intl.PluralRules(language);
  const counts = Array.from({ length: 1_000 }, (_, count) => rules.select(count));
  return [...new Set<string>(counts)].sort();
}

function sourceText(folder: string): string {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}

it('every text is used', () => {
  const code = ['components', 'entrypoints', 'utils'].map(sourceText).join('\n');
  const manifest = readFileSync('wxt.config.ts', 'utf8');
  const unused = [...namesOf(english)].filter(
    (name) =>
      !code.includes(`'${name}'`) && !manifest.includes(`__MSG_${name.replaceAll('.', '_')}__`),
  );
  expect(unused).toEqual([]);
});

/** Words of the first edition that people don't say, and what replaced them. */
const retired: readonly [RegExp, string][] = [
  [/\brefuse[sd]?\b/i, 'rejected'],
  [/\btold\b/i, 'alerted, sent'],
  [/\bworks? again\b/i, 'connected again'],
  [/\bat stake\b/i, 'at risk'],
  [/\bset aside\b/i, 'couldn’t be read'],
  [/\bwhat happened\b/i, 'activity'],
  [/\bwhat to do\b/i, 'next step'],
  [/\btak(e|en) (them )?over\b/i, 'import'],
  [/\bmend/i, 'fix'],
  [/\bthe badge goes on\b/i, 'the badge stays up to date'],
  [/\bthat is not known\b/i, 'unknown'],
  [/\bmeanwhile\b/i, ''],
  [/\bof its own\b/i, ''],
  [/\bplease\b/i, ''],
  [/!/, '.'],
  [/\b(can|do|does|is|are|was|were|has|have|could|would) ?not\b(?! post$)/i, 'the contraction'],
  [/'|"/, '’ or “ ”'],
];

it.each(retired)('no English text has %s', (word) => {
  const found = english.map(textOf).filter((text) => word.test(text));
  expect(found).toEqual([]);
});

describe.each(translations)('$file', ({ file, messages: all }) => {
  const language = basename(file, '.yml').replace('_', '-');
  const messages = all.filter(isOurs);
  const texts = new Map(messages.map((message) => [message.key.join('.'), textOf(message)]));

  it('has the same keys as English', () => {
    expect([...namesOf(messages)].sort()).toEqual([...namesOf(english)].sort());
    expect(messages.filter((message) => textOf(message).trim() === '')).toEqual([]);
  });

  it('has a text for each plural category of its language', () => {
    const wanted = categoriesOf(language);
    for (const name of pluralNames(english)) {
      const forms = messages.filter(({ key }) => key.slice(0, -1).join('.') === name);
      expect([name, ...forms.map(({ key }) => key.at(-1)).sort()]).toEqual([name, ...wanted]);
    }
  });

  it('uses the same placeholders as English', () => {
    const plurals = pluralNames(english);
    const ownPlurals = pluralNames(messages);
    const originals = Map.groupBy(english, (message) => nameOf(message, plurals));
    for (const message of messages) {
      const name = nameOf(message, ownPlurals);
      const isPlural = plurals.has(name);
      const wanted = [...new Set(originals.get(name)?.flatMap(places))].sort();
      // A form for one count need not say it: "1 account", "a post".
      const needed = isPlural ? wanted.filter((place) => place !== '$1') : wanted;
      const missing = needed.filter((place) => !places(message).includes(place));
      const added = places(message).filter((place) => !wanted.includes(place));
      expect({ key: message.key.join('.'), missing, added }).toEqual({
        key: message.key.join('.'),
        missing: [],
        added: [],
      });
    }
  });

  it('has text between placeholders, because Chrome rejects texts like $1$2', () => {
    const joined = all.filter((message) => /\$\w+\$/.test(textOf(message)));
    expect(joined.map(({ key }) => key.join('.'))).toEqual([]);
  });

  it('names its language and direction', () => {
    expect(texts.get('language.tag')).toBe(language);
    const direction = /^(ar|fa|he|ur)\b/.test(language) ? 'rtl' : 'ltr';
    expect(texts.get('language.direction')).toBe(direction);
  });

  it('names every service where it says what the extension does', () => {
    const description = texts.get('extension.description') ?? '';
    const names = Object.values(services).map(({ name }) => name);
    expect(names.filter((name) => !description.includes(name))).toEqual([]);
  });

  it('stays within the length limits of the stores', () => {
    expect(texts.get('extension.name')).toBe('Still Connected');
    expect(texts.get('extension.description')?.length).toBeLessThanOrEqual(132);
  });
});
