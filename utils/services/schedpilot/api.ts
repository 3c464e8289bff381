import { readEntries } from '../entries';
import type { ServiceApi } from '../service';
import { otherShape } from '../shape';
import { normalize } from './normalize';
import { listPosts } from './posts';
import { request } from './request';
import { answerSchema, entrySchema } from './schema';

export const schedPilotApi = {
  async listAccounts(http, key) {
    const answered = await request(http, key, 'accounts');
    if (!answered.ok) return answered;

    const answer = answerSchema.safeParse(answered.value);
    if (!answer.success) return otherShape(answered.value);
    return readEntries(answer.data.accounts, entrySchema, normalize, answered.value);
  },

  listPosts,
} satisfies ServiceApi;
