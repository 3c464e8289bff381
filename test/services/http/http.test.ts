import { afterEach, describe, expect, it, vi } from 'vitest';
import { errorOfStatus, timeoutMs } from '@/utils/services/http';
import { hour, now } from '../../builders';
import { request, worldWith } from '../world';

const url = new URL('https://api.example.com/v1/things');

function failing(kind: string) {
  return { ok: false, error: { kind } };
}

afterEach(() => vi.restoreAllMocks());

describe('a request', () => {
  it('follows no redirect and sends neither cookies nor a referrer', async () => {
    const { http, asked } = worldWith(() => new Response('{}'));
    await request(http);
    expect(asked).toMatchObject([
      {
        url,
        init: {
          method: 'GET',
          headers: { 'X-API-KEY': 'secret', Accept: 'application/json' },
          redirect: 'manual',
          credentials: 'omit',
          cache: 'no-store',
          referrerPolicy: 'no-referrer',
        },
      },
    ]);
    expect(asked[0]?.init.body).toBeUndefined();
  });

  it('is a POST of JSON if it has a body', async () => {
    const { http, asked } = worldWith(() => new Response('{}'));
    await request(http, { profileId: 'p1' });
    expect(asked[0]?.init).toMatchObject({ method: 'POST', body: '{"profileId":"p1"}' });
  });
});

describe('a request that fails', () => {
  const broken = () => Promise.reject(new TypeError('Failed to fetch, key secret'));

  it('without an answer is a network error, or “offline” while offline', async () => {
    expect(await request(worldWith(broken).http)).toEqual(failing('network'));
    expect(await request(worldWith(broken, { online: false }).http)).toEqual(failing('offline'));
  });

  it('without an answer for 20 seconds is a timeout, online or not', async () => {
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort());
    const { http } = worldWith(broken, { online: false });
    expect(await request(http)).toEqual(failing('timeout'));
    expect(timeout).toHaveBeenCalledWith(timeoutMs);
    expect(timeoutMs).toBe(20_000);
  });

  it('with an incomplete answer after 20 seconds is a timeout', async () => {
    const clock = new AbortController();
    vi.spyOn(AbortSignal, 'timeout').mockReturnValue(clock.signal);
    const { http } = worldWith(({ init: { signal } }) => {
      const body = new ReadableStream({
        start: (stream) => signal?.addEventListener('abort', () => stream.error(signal.reason)),
        pull: () => clock.abort(),
      });
      return new Response(body);
    });
    expect(await request(http)).toEqual(failing('timeout'));
  });

  it('with an answer cut off by a broken connection is a network error', async () => {
    const { http } = worldWith(() => {
      const pull = (body: ReadableStreamDefaultController) => body.error(new TypeError('reset'));
      return new Response(new ReadableStream({ pull }));
    });
    expect(await request(http)).toEqual(failing('network'));
  });
});

describe('errorOfStatus', () => {
  const limitedUntil = now + hour;

  it.each([
    [
      { status: 401, json: { error: 'unauthorized' } },
      { kind: 'refused', status: 401 },
    ],
    [
      { status: 403, json: { code: 403, message: 'No' } },
      { kind: 'refused', status: 403 },
    ],
    [{ status: 401 }, { kind: 'blocked', status: 401 }],
    [
      { status: 403, json: undefined },
      { kind: 'blocked', status: 403 },
    ],
    [{ status: 402 }, { kind: 'payment-required' }],
    [
      { status: 404, json: undefined },
      { kind: 'moved', status: 404 },
    ],
    [
      { status: 405, json: undefined },
      { kind: 'moved', status: 405 },
    ],
    [
      { status: 410, json: undefined },
      { kind: 'moved', status: 410 },
    ],
    [
      { status: 421, json: undefined },
      { kind: 'moved', status: 421 },
    ],
    [
      { status: 404, json: { error: 'Not found' } },
      { kind: 'server', status: 404 },
    ],
    [
      { status: 503, retryAt: now + 5 },
      { kind: 'server', status: 503, until: now + 5 },
    ],
    [{ status: 429 }, { kind: 'rate-limited', until: limitedUntil }],
    [
      { status: 429, retryAt: now + 5 },
      { kind: 'rate-limited', until: now + 5 },
    ],
    [{ status: 500 }, { kind: 'server', status: 500 }],
    [{ status: 418 }, { kind: 'server', status: 418 }],
  ])('turns %o into the error %o', (answer, error) => {
    expect(errorOfStatus({ json: {}, ...answer }, limitedUntil)).toEqual(error);
  });
});
