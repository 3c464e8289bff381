import * as z from 'zod/mini';
import type { ListedAccount } from '@/utils/accounts/account';
import { readEntries } from '@/utils/services/entries';
import { errorOfStatus, type Http, requestJson } from '@/utils/services/http';
import type { ServiceId } from '@/utils/services/registry';
import { failure, type Result, success } from '@/utils/services/result';
import type { ServiceApi, ServiceInfo } from '@/utils/services/service';
import { type ApiAnswer, type ApiRequest, answer } from '../apis/answer.ts';

/*
 * A made-up service, unlike those that there are: it has profiles and a read budget, reports no
 * status, and reconnects nothing. Test files enter it with `vi.mock`, as one would in the registry.
 */

// Only the registry that a test has mocked knows of it; the compiler does not.
export const third = 'postbox' as ServiceId;
export const thirdKey = 'pb_0123456789abcdef';

const postbox = {
  name: 'Postbox',
  origin: 'https://api.postbox.example',
  dashboardUrl: 'https://postbox.example/accounts',
  keyPattern: /^pb_[a-z0-9]+$/,
  keyExample: 'pb_…',
  hasProfiles: true,
  reportsStatus: false,
  reconnects: false,
  listsPosts: false,
  readsPerHour: 12,
} satisfies ServiceInfo;

interface Registry {
  services: Readonly<Record<string, ServiceInfo>>;
  serviceIds: readonly string[];
}

export function withThirdInfo({ services, serviceIds }: Registry): Registry {
  return { services: { ...services, [third]: postbox }, serviceIds: [...serviceIds, third] };
}

interface Clients {
  apis: Readonly<Record<string, ServiceApi>>;
}

export function withThirdApi({ apis }: Clients): Clients {
  return { apis: { ...apis, [third]: postboxClient } };
}

const entrySchema = z.object({ id: z.string(), handle: z.string() });
type Entry = z.infer<typeof entrySchema>;

const postboxClient: ServiceApi = {
  async listAccounts(http, key, profileId = 'p1') {
    const answered = await ask<Entry>(http, key, `/profiles/${profileId}`);
    if (!answered.ok) return answered;
    const normalize = ({ id, handle }: Entry): ListedAccount => ({
      id,
      handle,
      platform: 'bluesky',
      status: 'active',
    });
    return readEntries(answered.value, entrySchema, normalize, answered.value);
  },
  listProfiles: (http, key) => ask(http, key, '/profiles'),
  startReconnect: async (_http, _key, { platform }) =>
    success({ authUrl: `https://bsky.social/oauth?for=${platform}` }),
};

async function ask<T>(http: Http, key: string, path: string): Promise<Result<T[]>> {
  const url = new URL(path, postbox.origin);
  const answered = await requestJson(http, { url, headers: { Authorization: `Bearer ${key}` } });
  if (!answered.ok) return answered;
  const { status, json } = answered.value;
  if (status !== 200) return failure(errorOfStatus(answered.value, http.now() + 60_000));
  return success(json as T[]);
}

/** The service itself, with two profiles of one account each. */
export function createPostbox() {
  const state = {
    keys: new Set([thirdKey]),
    profiles: [
      { id: 'p1', name: 'North', accounts: [{ id: 'a1', handle: 'north' }] },
      { id: 'p2', name: 'South', accounts: [{ id: 'a2', handle: 'south' }] },
    ],
  };

  function handle({ url, headers }: ApiRequest): ApiAnswer {
    const key = String(headers.authorization).replace('Bearer ', '');
    if (!state.keys.has(key)) return answer(401, { error: 'unauthorized' });
    const [, , id] = url.pathname.split('/');
    if (id === undefined)
      return answer(
        200,
        state.profiles.map(({ id, name }) => ({ id, name })),
      );
    return answer(200, state.profiles.find((profile) => profile.id === id)?.accounts ?? []);
  }
  return { state, handle };
}
