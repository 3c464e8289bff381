import { type ApiAnswer, type ApiRequest, answer } from './answer.ts';

interface SchedPilotAccount {
  id: number;
  type: string;
  name: string;
  username?: string;
  picture?: string;
  /** As the older shape has it, instead of `picture`. */
  image?: string;
}

interface SchedPilotPost {
  id: number;
  content: string;
  scheduled_date: string;
  timezone: string;
  status: string;
  accounts: { id: number; type: string; posted_status?: string | null }[];
  images: string[];
  videos: string[];
}

/** A post as a test sketches it; `at`: ms since the epoch. */
interface PostSketch {
  at: number;
  accounts: readonly (number | SchedPilotPost['accounts'][number])[];
  status?: string;
  timezone?: string;
  content?: string;
}

const readsPerHour = 60;
const hourMs = 3_600_000;

/** SchedPilot with one user: what is in `accounts` is connected, and nothing says more. */
export function createSchedPilot(now: () => number) {
  const state = {
    keys: new Set<string>(),
    accounts: [] as SchedPilotAccount[],
    posts: [] as SchedPilotPost[],
    /** What is answered for posts: as documented, in another shape, or that there is no such thing. */
    postsAnswer: 'documented' as 'documented' | 'other-shape' | 'missing',
    /** The most posts on a page, however many are requested. */
    postsPerPage: 100,
    /** Which of the two documented shapes is answered. */
    shape: 'newer' as 'older' | 'newer',
    /** Some pages document 401 for a wrong key, some 403. */
    statusOfWrongKey: 403 as 401 | 403,
    /** Some errors come as HTTP 200 with their code in the body. */
    errorsAsOk: false,
    retryAfter: undefined as string | undefined,
    reads: { hour: 0, used: 0 },
  };

  function refuse(status: number, message: string, headers?: Record<string, string>): ApiAnswer {
    return answer(state.errorsAsOk ? 200 : status, { code: status, message }, headers);
  }

  function handle(request: ApiRequest): ApiAnswer {
    const key = request.headers['x-api-key'];
    if (typeof key !== 'string') return refuse(401, 'No API key provided.');
    if (!state.keys.has(key)) return refuse(state.statusOfWrongKey, 'Invalid or revoked API key.');

    const hour = Math.floor(now() / hourMs);
    if (state.reads.hour !== hour) state.reads = { hour, used: 0 };
    if (state.reads.used >= readsPerHour) {
      const retry = state.retryAfter === undefined ? {} : { 'Retry-After': state.retryAfter };
      return refuse(429, `Rate limit exceeded. Max ${readsPerHour} read requests/hour.`, retry);
    }
    state.reads.used += 1;

    const { pathname, searchParams } = request.url;
    if (request.method === 'GET' && pathname === '/developers/v1/accounts') return listAccounts();
    const hasPosts = state.postsAnswer !== 'missing';
    if (request.method === 'GET' && pathname === '/developers/v1/posts' && hasPosts) {
      return state.postsAnswer === 'documented'
        ? listPosts(searchParams)
        : answer(200, { data: state.posts, pagination: { hasMore: false } });
    }
    return answer(404, { error: 'Not found' });
  }

  function listAccounts(): ApiAnswer {
    if (state.shape === 'newer') return answer(200, { accounts: state.accounts });
    return answer(200, {
      code: 200,
      accounts: state.accounts.map(({ id, type, name, image, picture }) => ({
        id,
        type,
        name,
        image: image ?? picture ?? '',
      })),
    });
  }

  function listPosts(parameters: URLSearchParams): ApiAnswer {
    const status = parameters.get('status') ?? 'all';
    const page = Number(parameters.get('page') ?? 1);
    const perPage = Math.min(state.postsPerPage, Number(parameters.get('per_page') ?? 20));
    const start = parameters.get('start_date') ?? '';
    const end = parameters.get('end_date') ?? '9999';
    const found = state.posts.filter(
      (post) =>
        (status === 'all' || post.status === status) &&
        post.scheduled_date.slice(0, 10) >= start &&
        post.scheduled_date.slice(0, 10) <= end,
    );
    const posts = found.slice((page - 1) * perPage, page * perPage);
    return answer(200, { posts, total: found.length, page, per_page: perPage });
  }

  return {
    state,
    handle,
    /** Adds a post, at a time that is given in UTC unless a time zone says what it is in. */
    addPost({ at, accounts, status = 'scheduled', timezone = 'UTC', content = '' }: PostSketch) {
      const post: SchedPilotPost = {
        id: state.posts.length + 1,
        content,
        scheduled_date: new Date(at).toISOString().slice(0, 19).replace('T', ' '),
        timezone,
        status,
        accounts: accounts.map((account) =>
          typeof account === 'number' ? { id: account, type: 'twitter' } : account,
        ),
        images: [],
        videos: [],
      };
      state.posts.push(post);
      return post;
    },
    /** Disconnects an account, or lets it expire: from outside the two look the same. */
    drop(name: string): void {
      state.accounts = state.accounts.filter((account) => account.name !== name);
    },
  };
}
