import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as z from 'zod/mini';
import { buildFor } from '../browsers/launched.ts';

const messagesSchema = z.record(z.string(), z.looseObject({ message: z.string() }));
type Messages = z.infer<typeof messagesSchema>;

/** What tells of the language is no text. */
const kept: Readonly<Record<'ltr' | 'rtl', Readonly<Record<string, string>>>> = {
  ltr: { language_tag: 'en', language_direction: 'ltr' },
  rtl: { language_tag: 'ar', language_direction: 'rtl' },
};

/**
 * Makes a copy of the build in a language of no people: every text has accents and brackets, and is
 * longer by 40 %. What has none was not translated, what lacks a bracket is cut off.
 *
 * @returns the copy's folder
 */
export async function buildPseudo(direction: 'ltr' | 'rtl'): Promise<string> {
  const pseudo = Object.entries(await messagesOf('en')).map(([name, entry]) => [
    name,
    { ...entry, message: kept[direction][name] ?? lengthen(entry.message) },
  ]);
  return buildWith(Object.fromEntries(pseudo), direction);
}

/**
 * Makes a copy of the build that has the texts of a language (BCP 47) for English ones: a browser
 * that has been started speaks no other language.
 *
 * @returns the copy's folder
 */
export async function buildIn(language: string): Promise<string> {
  return buildWith(await messagesOf(language), language);
}

async function messagesOf(language: string): Promise<Messages> {
  const text = await readFile(messagesFile(buildFor('chrome'), language), 'utf8');
  return messagesSchema.parse(JSON.parse(text));
}

async function buildWith(english: Messages, name: string): Promise<string> {
  const folder = resolve('.output', `gallery-${name}`);
  await rm(folder, { recursive: true, force: true });
  await cp(buildFor('chrome'), folder, { recursive: true });
  await writeFile(messagesFile(folder, 'en'), JSON.stringify(english));
  return folder;
}

function messagesFile(folder: string, language: string): string {
  return join(folder, '_locales', language.replace('-', '_'), 'messages.json');
}

const accented = new Map(
  [...'aáeéiíoóuúAÁEÉIÍOÓUÚnñcçyý'.matchAll(/(.)(.)/gu)].map(([, a, b]) => [a, b]),
);

function lengthen(text: string): string {
  const words = text.replace(/\$\d|\{\w+\}|./gu, (part) => accented.get(part) ?? part);
  return `[${words}${' lóng'.repeat(Math.ceil((text.length * 0.4) / 5))}]`;
}
