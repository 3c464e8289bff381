import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as z from 'zod/mini';
import { buildFor } from '../browsers/launched.ts';

const messagesSchema = z.record(z.string(), z.looseObject({ message: z.string() }));

/** Keys that describe the language aren't texts. */
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
  const folder = resolve('.output', `gallery-${direction}`);
  await rm(folder, { recursive: true, force: true });
  await cp(buildFor('chrome'), folder, { recursive: true });
  const file = join(folder, '_locales', 'en', 'messages.json');
  const messages = messagesSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  const pseudo = Object.entries(messages).map(([name, entry]) => [
    name,
    { ...entry, message: kept[direction][name] ?? lengthen(entry.message) },
  ]);
  await writeFile(file, JSON.stringify(Object.fromEntries(pseudo)));
  return folder;
}

const accented = new Map(
  [...'aáeéiíoóuúAÁEÉIÍOÓUÚnñcçyý'.matchAll(/(.)(.)/gu)].map(([, a, b]) => [a, b]),
);

function lengthen(text: string): string {
  const words = text.replace(/\$\d|\{\w+\}|./gu, (part) => accented.get(part) ?? part);
  return `[${words}${' lóng'.repeat(Math.ceil((text.length * 0.4) / 5))}]`;
}
