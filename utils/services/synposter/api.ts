import { cleanText } from '../../clean-text';
import { minuteMs } from '../../time';
import { readEntries } from '../entries';
import {
  errorOfStatus,
  type Http,
  type HttpRequest,
  isDocumentedError,
  requestJson,
} from '../http';
import { httpsUrl } from '../https-url';
import { failure, type Result, success } from '../result';
import type { Profile, ServiceApi } from '../service';
import { otherShape } from '../shape';
import { synposter } from './info';
import { normalize } from './normalize';
import { accountsSchema, connectSchema, entrySchema, profilesSchema } from './schema';

const pageSize = 100;
/** More profiles than any known plan has. Stops if the service always promises more. */
const maxPages = 100;
/** Synposter documents no read limit, and so no time when one ends. */
const rateLimitPauseMs = 15 * minuteMs;

export const synposterApi = {
  async listAccounts(http, key, profileId = '') {
    const url = new URL('/v1/accounts', synposter.origin);
    url.searchParams.set('profileId', profileId);
    const answered = await request(http, key, { url });
    if (!answered.ok) return answered;

    const answer = accountsSchema.safeParse(answered.value);
    if (!answer.success) return otherShape(answered.value);
    return readEntries(answer.data.data, entrySchema, normalize, answered.value);
  },

  async listProfiles(http, key) {
    const profiles = new Map<string, Profile>();
    let offset = 0;
    for (let page = 0; page < maxPages; page += 1) {
      const url = new URL('/v1/profiles', synposter.origin);
      url.searchParams.set('limit', String(pageSize));
      url.searchParams.set('offset', String(offset));
      const answered = await request(http, key, { url });
      if (!answered.ok) return answered;

      const answer = profilesSchema.safeParse(answered.value);
      if (!answer.success) return otherShape(answered.value);
      const { data, pagination } = answer.data;
      for (const { id, name } of data) {
        const clean = cleanText(name);
        profiles.set(id, { id, ...(clean && { name: clean }) });
      }
      if (!pagination.hasMore || data.length === 0) break;
      // A page may be shorter than requested.
      offset += data.length;
    }
    return success([...profiles.values()]);
  },

  async startReconnect(http, key, { platform, profileId = '' }) {
    // A platform that isn't a plain word would change the path.
    if (!/^[\w-]+$/.test(platform)) return failure({ kind: 'unreadable', reason: 'shape' });
    const url = new URL(`/v1/connect/${platform}`, synposter.origin);
    // Where this request takes the profile isn't documented. Lists take it in the query.
    url.searchParams.set('profileId', profileId);
    const answered = await request(http, key, { url, body: { profileId } });
    if (!answered.ok) return answered;

    const answer = connectSchema.safeParse(answered.value);
    const authUrl = answer.success ? httpsUrl(answer.data.authUrl) : undefined;
    return authUrl ? success({ authUrl }) : otherShape(answered.value);
  },
} satisfies ServiceApi;

async function request(http: Http, key: string, request: HttpRequest): Promise<Result<unknown>> {
  const answered = await requestJson(http, {
    ...request,
    headers: { 'x-api-key': key },
    // All its ids are texts.
    parse: JSON.parse,
  });
  if (!answered.ok) return answered;
  const { status, json } = answered.value;
  if (status >= 200 && status < 300) return success(json);
  if (isDocumentedError(json)) {
    if (status === 400) return failure({ kind: 'bad-request' });
    if (status === 404) return failure({ kind: 'profile-unknown' });
  }
  return failure(errorOfStatus(answered.value, http.now() + rateLimitPauseMs));
}
