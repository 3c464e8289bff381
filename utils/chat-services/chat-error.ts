import * as z from 'zod/mini';

/** Why a message wasn't posted, by what has to happen. `until`: ms since the epoch. */
export const chatErrorSchema = z.union([
  /** The webhook was removed or switched off, so the address has to be replaced. */
  z.object({ kind: z.literal('gone'), status: z.number() }),
  /** The service doesn't take this message; posting it again would change nothing. */
  z.object({ kind: z.literal('rejected'), status: z.number() }),
  z.object({ kind: z.literal('rate-limited'), until: z.exactOptional(z.number()) }),
  z.object({
    kind: z.literal('server'),
    status: z.number(),
    until: z.exactOptional(z.number()),
  }),
  z.object({ kind: z.literal('unreachable') }),
  /** The user didn't grant access to the host, or took it away. */
  z.object({ kind: z.literal('no-permission') }),
]);

export type ChatError = z.infer<typeof chatErrorSchema>;
