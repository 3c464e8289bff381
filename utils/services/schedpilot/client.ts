import { readEntries } from '../entries';
import { errorOfStatus, requestJson } from '../http';
import { failure, success } from '../result';
import type { ServiceClient } from '../service';
import { schedPilot } from './info';
import { normalize } from './normalize';
import { answerSchema, codeSchema, entrySchema } from './schema';

const hourMs = 3_600_000;

export const schedPilotClient: ServiceClient = {
  async listAccounts(http, key) {
    const url = new URL('/developers/v1/accounts', schedPilot.origin);
    const answered = await requestJson(http, { url, headers: { 'X-API-KEY': key } });
    if (!answered.ok) return answered;

    const { json } = answered.value;
    const code = codeSchema.safeParse(json);
    const status =
      answered.value.status === 200 && code.success ? code.data.code : answered.value.status;
    if (status !== 200) {
      // Reads are counted by the UTC clock hour, so that is when they come back.
      const topOfHour = (Math.floor(http.now() / hourMs) + 1) * hourMs;
      return failure(errorOfStatus({ ...answered.value, status }, topOfHour));
    }
    const answer = answerSchema.safeParse(json);
    if (!answer.success) return failure({ kind: 'unreadable', reason: 'shape' });
    return success(
      readEntries(answer.data.accounts, (entry) => {
        const parsed = entrySchema.safeParse(entry);
        return parsed.success ? normalize(parsed.data) : undefined;
      }),
    );
  },
};
