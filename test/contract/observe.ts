import type { Http } from '../../utils/services/http.ts';
import type { Result } from '../../utils/services/result.ts';

/** One answer of a service, and what our client made of it. */
export interface Observed {
  result: Result<unknown>;
  /** `undefined` where no answer came. */
  status: number | undefined;
  headers: Headers;
  /** `undefined` where the answer is an error or no JSON. */
  json: unknown;
}

const lastPage = { data: [], pagination: { hasMore: false } };

/** Lets a client send one GET, as the background sends it, and records the answer. */
export async function observe(
  http: Http,
  ask: (http: Http) => Promise<Result<unknown>>,
): Promise<Observed> {
  const answers: Response[] = [];
  const result = await ask({
    ...http,
    async fetch(input, init) {
      if (init?.method !== 'GET') throw new Error('The contract only reads');
      // Of a list of several pages, the first is enough.
      if (answers.length > 0) return Response.json(lastPage);
      const response = await http.fetch(input, init);
      answers.push(response.clone());
      return response;
    },
  });
  const [answer] = answers;
  return {
    result,
    status: answer?.status,
    headers: answer?.headers ?? new Headers(),
    json: await jsonOf(answer, result),
  };
}

/** Only what the client read: anything else may be endless. */
async function jsonOf(answer: Response | undefined, result: Result<unknown>): Promise<unknown> {
  const isJson = result.ok || result.shape !== undefined;
  if (answer && isJson) return JSON.parse(await answer.text());
  await answer?.body?.cancel();
  return undefined;
}
