import { type Http, requestJson } from '@/utils/services/http';
import type { ApiAnswer, ApiRequest } from '../apis/answer.ts';
import { now } from '../builders';

/** A request as the code under test made it. */
export interface Asked {
  url: URL;
  init: RequestInit;
}

export type Respond = (asked: Asked) => Response | Promise<Response>;

/** A world in which every request is answered by `respond`; `asked` holds what was requested. */
export function worldWith(
  respond: Respond,
  { online = true }: { online?: boolean } = {},
): { http: Http; asked: Asked[] } {
  const asked: Asked[] = [];
  const http: Http = {
    fetch: async (input, init = {}) => {
      const request = { url: new URL(input instanceof Request ? input.url : input), init };
      asked.push(request);
      return respond(request);
    },
    now: () => now,
    online: () => online,
  };
  return { http, asked };
}

/** A world that gives one answer to everything. */
export function answering(body: unknown, init?: ResponseInit): Http {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return worldWith(() => new Response(text, init)).http;
}

/** A world in which a service's double answers. */
export function playedBy(handle: (request: ApiRequest) => ApiAnswer) {
  return worldWith(({ url, init: { method = 'GET', headers, body } }) => {
    const {
      status,
      json,
      text = JSON.stringify(json),
      headers: extra,
    } = handle({
      method,
      url,
      headers: Object.fromEntries(new Headers(headers)),
      body: typeof body === 'string' ? body : '',
    });
    return new Response(text || null, { status, headers: extra ?? {} });
  });
}

/** Asks for JSON with a key, as the clients do. */
export function request(http: Http, body?: unknown) {
  return requestJson(http, {
    url: new URL('https://api.example.com/v1/things'),
    headers: { 'X-API-KEY': 'secret' },
    ...(body !== undefined && { body }),
  });
}
