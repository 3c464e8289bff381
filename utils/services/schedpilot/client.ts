import { readEntries } from '../entries';
import { failure } from '../result';
import type { ServiceClient } from '../service';
import { ask } from './ask';
import { normalize } from './normalize';
import { listPosts } from './posts';
import { answerSchema, entrySchema } from './schema';

export const schedPilotClient = {
  async listAccounts(http, key) {
    const answered = await ask(http, key, 'accounts');
    if (!answered.ok) return answered;

    const answer = answerSchema.safeParse(answered.value);
    if (!answer.success) return failure({ kind: 'unreadable', reason: 'shape' });
    return readEntries(answer.data.accounts, (entry) => {
      const parsed = entrySchema.safeParse(entry);
      return parsed.success ? normalize(parsed.data) : undefined;
    });
  },

  listPosts,
} satisfies ServiceClient;
