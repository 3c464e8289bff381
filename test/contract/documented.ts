import type { Http } from '../../utils/services/http.ts';
import type { ServiceId } from '../../utils/services/registry.ts';
import type { ApiAnswer, ApiRequest } from '../apis/answer.ts';
import { createSchedPilot } from '../apis/schedpilot.ts';
import { createSynposter } from '../apis/synposter.ts';
import type { Endpoint } from './endpoints.ts';
import { observe } from './observe.ts';

const key = 'documented';
const profileId = '0b5c7a52-33a1-4a7e-9f0b-2f1f6f0f8a10';

/**
 * What an endpoint answers as documented, by the API double: a JSON value for each documented
 * shape.
 *
 * @param now ms since the epoch
 */
export async function documentedAnswers(endpoint: Endpoint, now: number): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const shape of ['newer', 'older'] as const) {
    const doubles = documentedServices(shape, now);
    const http = httpOf(doubles[endpoint.service], now);
    const { json } = await observe(http, (once) => endpoint.ask(once, key, profileId));
    answers.push(json);
  }
  return answers;
}

/** Reaches a service's double instead of the network. */
export function httpOf(handle: (request: ApiRequest) => ApiAnswer, now: number): Http {
  return {
    async fetch(input, { method = 'GET', headers } = {}) {
      const url = new URL(input instanceof Request ? input.url : input);
      const sent = Object.fromEntries(new Headers(headers));
      const answer = handle({ method, url, headers: sent, body: '' });
      return Response.json(answer.json, {
        status: answer.status,
        ...(answer.headers && { headers: answer.headers }),
      });
    },
    now: () => now,
    online: () => true,
  };
}

/** Both services with an entry for each documented way to fill an entry's fields. */
function documentedServices(
  shape: 'newer' | 'older',
  now: number,
): Record<ServiceId, (request: ApiRequest) => ApiAnswer> {
  const schedPilot = createSchedPilot(() => now);
  schedPilot.state.keys.add(key);
  schedPilot.state.shape = shape;
  const picture = 'https://pictures.example/1.jpg';
  schedPilot.state.accounts = [{ id: 1, type: 'twitter', name: 'One', username: 'one', picture }];
  schedPilot.addPost({
    at: now,
    accounts: [1, { id: 1, type: 'twitter', posted_status: 'posted' }],
  });

  const synposter = createSynposter(() => now);
  synposter.state.keys.add(key);
  synposter.addProfile('One', profileId);
  Object.assign(synposter.addProfile('Two'), { externalId: 'two', metadata: {} });
  synposter.addAccount(profileId, { handle: 'one' });
  synposter.addAccount(profileId, { handle: null, lastRefreshedAt: null });
  return { schedpilot: schedPilot.handle, synposter: synposter.handle };
}
