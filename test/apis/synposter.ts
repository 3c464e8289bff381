import { randomUUID } from 'node:crypto';
import { type ApiAnswer, type ApiRequest, answer } from './answer.ts';

export interface SynposterAccount {
  id: string;
  profileId: string;
  platform: string;
  platformAccountId: string;
  handle: string | null;
  status: string;
  scopes: string[];
  connectedAt: string;
  lastRefreshedAt: string | null;
}

interface Profile {
  id: string;
  name: string;
  externalId: string | null;
  metadata: Record<string, string> | null;
  createdAt: string;
  updatedAt: string;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const allScopes = ['tweet.read', 'tweet.write', 'users.read', 'offline.access'];

/** Synposter with one developer account. */
export function createSynposter(now: () => number) {
  const state = {
    keys: new Set<string>(),
    profiles: [] as Profile[],
    accounts: [] as SynposterAccount[],
    /** Not every key may list profiles. */
    statusOfProfiles: 200 as 200 | 403 | 404,
    /** Where the profile of a reconnect is looked for; no document says. */
    connectReads: 'body' as 'body' | 'query',
    /** Whether a reconnected account keeps its record, or gets a new one beside the old. */
    reconnectKeepsId: true,
    authUrl: 'https://x.com/i/oauth2/authorize',
  };

  function handle(request: ApiRequest): ApiAnswer {
    const key = request.headers['x-api-key'];
    if (typeof key !== 'string' || !state.keys.has(key)) {
      return answer(401, { error: 'unauthorized' });
    }
    const { pathname, searchParams } = request.url;
    const [, version, resource, id] = pathname.split('/');
    if (version !== 'v1') return answer(404, { error: 'not_found' });
    switch (`${request.method} ${resource}`) {
      case 'GET accounts':
        return listAccounts(searchParams.get('profileId') ?? '');
      case 'GET profiles':
        return listProfiles(searchParams);
      case 'POST connect':
        return connect(id ?? '', profileOf(request));
      case 'DELETE accounts':
        state.accounts = state.accounts.filter((account) => account.id !== id);
        return answer(200, { data: { id } });
      default:
        return answer(404, { error: 'not_found' });
    }
  }

  function listAccounts(profileId: string): ApiAnswer {
    const known = state.profiles.some((profile) => profile.id === profileId);
    if (!known && !uuid.test(profileId)) return answer(400, { error: 'invalid_profile_id' });
    if (!known) return answer(404, { error: 'profile_not_found' });
    const data = state.accounts
      .filter((account) => account.profileId === profileId)
      .sort((a, b) => b.connectedAt.localeCompare(a.connectedAt));
    return answer(200, { data });
  }

  function listProfiles(parameters: URLSearchParams): ApiAnswer {
    if (state.statusOfProfiles !== 200) return answer(state.statusOfProfiles, { error: 'denied' });
    const limit = Math.min(100, Math.max(1, Number(parameters.get('limit') ?? 50)));
    const offset = Number(parameters.get('offset') ?? 0);
    const total = state.profiles.length;
    return answer(200, {
      data: state.profiles.slice(offset, offset + limit),
      pagination: { limit, offset, total, hasMore: offset + limit < total },
    });
  }

  function profileOf({ url, body }: ApiRequest): string {
    const inBody = JSON.parse(body || '{}').profileId;
    return (state.connectReads === 'body' ? inBody : url.searchParams.get('profileId')) ?? '';
  }

  function connect(platform: string, profileId: string): ApiAnswer {
    if (!state.profiles.some((profile) => profile.id === profileId)) {
      return answer(404, { error: 'profile_not_found' });
    }
    const authUrl = new URL(state.authUrl);
    authUrl.searchParams.set('platform', platform);
    authUrl.searchParams.set('profileId', profileId);
    return answer(200, { authUrl: authUrl.href });
  }

  function addProfile(name: string, id: string = randomUUID()): Profile {
    const at = new Date(now()).toISOString();
    const profile = { id, name, externalId: null, metadata: null, createdAt: at, updatedAt: at };
    state.profiles.push(profile);
    return profile;
  }

  function addAccount(
    profileId: string,
    account: Partial<SynposterAccount> & { handle: string | null },
  ): SynposterAccount {
    const at = new Date(now()).toISOString();
    const added: SynposterAccount = {
      id: randomUUID(),
      profileId,
      platform: 'twitter',
      platformAccountId: String(1_000_000 + state.accounts.length),
      status: 'active',
      scopes: [...allScopes],
      connectedAt: at,
      lastRefreshedAt: at,
      ...account,
    };
    state.accounts.push(added);
    return added;
  }

  /** Changes what is known of an account, found by its handle. */
  function change(handle: string, changes: Partial<SynposterAccount>): void {
    const account = state.accounts.find((other) => other.handle === handle);
    if (!account) throw new Error(`No account has the handle ${handle}`);
    Object.assign(account, changes);
  }

  /** What authorising at the platform comes to. */
  function reconnect(handle: string): void {
    const before = state.accounts.find((account) => account.handle === handle);
    if (!before) throw new Error(`No account has the handle ${handle}`);
    const fresh = { status: 'active', lastRefreshedAt: new Date(now()).toISOString() };
    if (state.reconnectKeepsId) Object.assign(before, fresh);
    else {
      const { profileId, platform, platformAccountId } = before;
      addAccount(profileId, { handle, platform, platformAccountId });
    }
  }

  return { state, handle, addProfile, addAccount, change, reconnect };
}
