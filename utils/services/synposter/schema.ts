import * as z from 'zod/mini';

export const accountsSchema = z.object({ data: z.array(z.unknown()) });

/** An account as documented. Strings stay open: new platforms and statuses may come. */
export const entrySchema = z.object({
  id: z.string().check(z.minLength(1)),
  platform: z.string(),
  platformAccountId: z.string(),
  handle: z.nullish(z.string()),
  status: z.string(),
  scopes: z.array(z.string()),
  connectedAt: z.string(),
  lastRefreshedAt: z.nullish(z.string()),
});

export type Entry = z.infer<typeof entrySchema>;

export const profilesSchema = z.object({
  data: z.array(z.object({ id: z.string(), name: z.nullish(z.string()) })),
  pagination: z.object({ hasMore: z.boolean() }),
});

export const connectSchema = z.object({ authUrl: z.string() });
