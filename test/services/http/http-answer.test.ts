import { describe, expect, it, vi } from 'vitest';
import { maxBodyBytes } from '@/utils/services/http';
import { hour, now } from '../../builders';
import { answering, request, worldWith } from '../world';

function unreadable(reason: string) {
  return { ok: false, error: { kind: 'unreadable', reason } };
}

describe('an answer', () => {
  it.each([200, 401, 404, 500])('is read as JSON with status %i', async (status) => {
    const result = await request(answering({ a: 1 }, { status }));
    expect(result).toEqual({ ok: true, value: { status, json: { a: 1 } } });
  });

  it('with an error status and no body is that error', async () => {
    const { http } = worldWith(() => new Response(null, { status: 401 }));
    expect(await request(http)).toEqual({ ok: true, value: { status: 401, json: undefined } });
  });

  it.each([
    ['seconds', '120', now + 120_000],
    ['a date', new Date(now + hour).toUTCString(), now + hour],
  ])('says when to come back in %s', async (_, value, retryAt) => {
    const http = answering({}, { status: 429, headers: { 'Retry-After': value } });
    expect(await request(http)).toMatchObject({ value: { retryAt } });
  });

  it.each([
    ['a word', 'soon'],
    ['empty', ''],
    ['endless', '9'.repeat(400)],
    ['a fraction', '120.5'],
    ['a fraction that could be read as a date', '1.5'],
    ['negative', '-5'],
  ])('says no time to come back if its Retry-After is %s', async (_, value) => {
    const http = answering({}, { status: 429, headers: { 'Retry-After': value } });
    expect(await request(http)).toEqual({ ok: true, value: { status: 429, json: {} } });
  });

  it.each([
    ['its type', 'Sign in', { headers: { 'Content-Type': 'text/html; charset=utf-8' } }],
    ['its text', '\n <!doctype html><title>Sign in</title>', {}],
  ])('that is a web page is recognized by %s', async (_, body, init) => {
    expect(await request(answering(body, init))).toEqual(unreadable('html'));
  });

  it('that is a web page says nothing about the key, whatever its status', async () => {
    const http = answering('<h1>Forbidden</h1>', { status: 403 });
    expect(await request(http)).toEqual({ ok: true, value: { status: 403, json: undefined } });
  });

  it.each([200, 204])('without a body is an empty answer, with status %i', async (status) => {
    const { http } = worldWith(() => new Response(null, { status }));
    expect(await request(http)).toEqual(unreadable('empty'));
  });

  it.each([429, 500, 503])('with status %i is an error even as a web page', async (status) => {
    const result = await request(answering('<h1>Sorry</h1>', { status }));
    expect(result).toEqual({ ok: true, value: { status, json: undefined } });
  });

  it('that is cut off is not JSON', async () => {
    expect(await request(answering('{"accounts":[{"id":1'))).toEqual(unreadable('json'));
  });

  it.each([301, 302, 307, 308])('with status %i is not followed', async (status) => {
    const { http, asked } = worldWith(
      () => new Response(null, { status, headers: { Location: 'https://elsewhere.example.com' } }),
    );
    expect(await request(http)).toEqual(unreadable('redirect'));
    expect(asked).toHaveLength(1);
  });

  it('that the browser shows as an opaque redirect is a redirect', async () => {
    const { http } = worldWith(() =>
      Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' }),
    );
    expect(await request(http)).toEqual(unreadable('redirect'));
  });

  it('of 4 MiB is read, and a byte more is too large', async () => {
    const padded = (bytes: number) => answering(`[]${' '.repeat(bytes - 2)}`);
    expect(await request(padded(maxBodyBytes))).toMatchObject({ ok: true });
    expect(await request(padded(maxBodyBytes + 1))).toEqual(unreadable('too-large'));
  });

  it('that never ends is cancelled', async () => {
    const cancel = vi.fn();
    const chunk = new TextEncoder().encode(' '.repeat(64 * 1024));
    const pull = vi.fn((body: ReadableStreamDefaultController) => body.enqueue(chunk));
    const { http } = worldWith(() => new Response(new ReadableStream({ pull, cancel })));
    expect(await request(http)).toEqual(unreadable('too-large'));
    expect(cancel).toHaveBeenCalledOnce();
    expect(pull.mock.calls.length).toBeLessThan(maxBodyBytes / chunk.byteLength + 4);
  });

  it('is decoded correctly if a character is split between two chunks', async () => {
    const bytes = new TextEncoder().encode('["ö"]');
    const body = new ReadableStream({
      start(stream) {
        for (const byte of bytes) stream.enqueue(Uint8Array.of(byte));
        stream.close();
      },
    });
    const { http } = worldWith(() => new Response(body));
    expect(await request(http)).toMatchObject({ value: { json: ['ö'] } });
  });
});
