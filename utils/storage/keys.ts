import * as z from 'zod/mini';
import type { Item } from './item';

/** API keys by connection. Only the background imports this file, and a test holds pages to it. */
export const keysItem: Item<Record<string, string>> = {
  key: 'local:keys',
  version: 1,
  schema: z.record(z.string(), z.string()),
  initial: {},
};
