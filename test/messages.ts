import { resolve } from 'node:path';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The English texts, by the names that the browser knows them by. */
    messages: Record<string, string>;
  }
}

/** Reads the texts once for all test files. */
export default async function provideMessages({ provide }: TestProject): Promise<void> {
  const messages = generateChromeMessages(await parseMessagesFile(resolve('locales/en.yml')));
  provide(
    'messages',
    Object.fromEntries(Object.entries(messages).map(([name, { message }]) => [name, message])),
  );
}
