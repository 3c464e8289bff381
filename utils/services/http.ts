import * as z from 'zod/mini';
import { parseJson } from './json';
import { failure, type Result, type ServiceError, success } from './result';

/** Longer or larger answers are given up. */
export const timeoutMs = 20_000;
export const maxBodyBytes = 4 * 1024 * 1024;

/** The request functions' dependencies. Tests pass their own. */
export interface Http {
  fetch: typeof fetch;
  /** ms since the epoch */
  now: () => number;
  online: () => boolean;
}

export interface HttpRequest {
  url: URL;
  headers?: Record<string, string>;
  /** Sent as a POST with a JSON body, if given. */
  body?: unknown;
}

/** An answer, whatever its status. */
export interface TextAnswer {
  status: number;
  /** ms since the epoch, from a readable Retry-After. */
  retryAt?: number;
  contentType: string;
  text: string;
}

export interface JsonRequest extends HttpRequest {
  /**
   * Parses the answer's text; throws if it isn't JSON. Defaults to {@link parseJson}, which rounds
   * no id. `JSON.parse` is faster where all ids are texts.
   */
  parse?: (text: string) => unknown;
}

/** A JSON answer, whatever its status. */
export type JsonAnswer = Pick<TextAnswer, 'status' | 'retryAt'> & { json: unknown };

/** Sends a request and parses the answer as JSON. Fails as {@link requestText} does. */
export async function requestJson(http: Http, request: JsonRequest): Promise<Result<JsonAnswer>> {
  const answer = await requestText(http, request);
  return answer.ok ? parsed(answer.value, request.parse ?? parseJson) : answer;
}

/**
 * Sends a request, within 20 s and 4 MiB. A key in the headers or the address goes to this URL
 * alone: no redirect is followed, and no cookie or referrer is sent.
 *
 * `redirect: 'manual'` protects the key as well as `'error'` does, and tells a captive portal from
 * a broken connection: https://fetch.spec.whatwg.org/#concept-filtered-response-opaque-redirect
 */
export async function requestText(http: Http, request: HttpRequest): Promise<Result<TextAnswer>> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await http.fetch(request.url, {
      method: request.body === undefined ? 'GET' : 'POST',
      headers: {
        Accept: 'application/json',
        'Content-Type': 'application/json',
        ...request.headers,
      },
      ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      signal,
    });
    const { status, headers } = response;
    if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
      return failure({ kind: 'unreadable', reason: 'redirect' });
    }
    const text = await readText(response);
    if (text === undefined) return failure({ kind: 'unreadable', reason: 'too-large' });
    const retryAt = parseRetryAfter(headers.get('Retry-After'), http.now());
    return success({
      status,
      ...(retryAt !== undefined && { retryAt }),
      contentType: headers.get('Content-Type') ?? '',
      text,
    });
  } catch {
    // The exception may quote the request, so only its kind is passed on.
    if (signal.aborted) return failure({ kind: 'timeout' });
    return failure({ kind: http.online() ? 'network' : 'offline' });
  }
}

/** The body as text; `undefined` if it is longer than we read. */
async function readText({ body }: Response): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const part of body ?? []) {
    bytes += part.byteLength;
    // Leaving the loop cancels the rest.
    if (bytes > maxBodyBytes) return undefined;
    text += decoder.decode(part, { stream: true });
  }
  return text + decoder.decode();
}

function parsed(
  { text, contentType, ...answer }: TextAnswer,
  parse: (text: string) => unknown,
): Result<JsonAnswer> {
  const { status } = answer;
  if (text.trim() === '' && status >= 200 && status < 300) {
    return failure({ kind: 'unreadable', reason: 'empty' });
  }
  try {
    return success({ ...answer, json: parse(text) });
  } catch {
    if (status !== 200) return success({ ...answer, json: undefined });
    const isHtml = contentType.includes('html') || text.trimStart().startsWith('<');
    return failure({ kind: 'unreadable', reason: isHtml ? 'html' : 'json' });
  }
}

/**
 * @returns ms since the epoch; `undefined` if the header is absent or invalid. Seconds or a date:
 * https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
function parseRetryAfter(value: string | null, now: number): number | undefined {
  if (value === null) return undefined;
  const isSeconds = /^\s*\d+\s*$/.test(value);
  // Date.parse reads stray numbers as years; a real date has letters.
  const isDate = /[a-z]/i.test(value);
  const at = isSeconds ? now + Number(value) * 1000 : isDate ? Date.parse(value) : Number.NaN;
  return Number.isFinite(at) ? at : undefined;
}

/** Statuses of an address that doesn't serve what we ask for. */
const movedStatuses: readonly number[] = [404, 405, 410, 421];

const documentedError = z.union([
  z.looseObject({ code: z.union([z.number(), z.string()]) }),
  z.looseObject({ message: z.string() }),
  z.looseObject({ error: z.string() }),
]);

/** True for an error body in the documented form. Firewalls and captive portals send others. */
export function isDocumentedError(json: unknown): boolean {
  return documentedError.safeParse(json).success;
}

/** What an error status means, unless the service's documents say otherwise. */
export function errorOfStatus(answer: JsonAnswer, rateLimitedUntil: number): ServiceError {
  const { status, retryAt, json } = answer;
  if (status === 401 || status === 403) {
    return { kind: isDocumentedError(json) ? 'refused' : 'blocked', status };
  }
  if (status === 402) return { kind: 'payment-required' };
  if (status === 429) return { kind: 'rate-limited', until: retryAt ?? rateLimitedUntil };
  if (movedStatuses.includes(status) && !isDocumentedError(json)) return { kind: 'moved', status };
  return { kind: 'server', status, ...(retryAt !== undefined && { until: retryAt }) };
}
