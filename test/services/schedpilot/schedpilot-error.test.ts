import { describe, expect, it } from 'vitest';
import { now } from '../../builders';
import { listFrom, play } from './schedpilot';

const topOfHour = Date.UTC(2026, 4, 4, 10);

describe('a SchedPilot error', () => {
  it.each([401, 403] as const)(
    'with status %i is a rejected key, in both forms',
    async (status) => {
      const { state, list } = play();
      state.statusOfWrongKey = status;
      for (const errorsAsOk of [false, true]) {
        state.errorsAsOk = errorsAsOk;
        const error = { kind: 'refused', status };
        expect(await list('smm_wrong')).toEqual({ ok: false, error });
      }
    },
  );

  it.each([
    ['lasts until the top of the UTC hour', undefined, topOfHour],
    ['lasts as many seconds as it says', '90', now + 90_000],
    ['lasts until the date that it says', new Date(now + 60_000).toUTCString(), now + 60_000],
    ['lasts until the top of the hour if it says nonsense', 'later', topOfHour],
  ])('of too many reads %s', async (_, retryAfter, until) => {
    const { state, list } = play();
    state.reads = { hour: Math.floor(now / 3_600_000), used: 60 };
    state.retryAfter = retryAfter;
    for (const errorsAsOk of [false, true]) {
      state.errorsAsOk = errorsAsOk;
      expect(await list()).toEqual({ ok: false, error: { kind: 'rate-limited', until } });
    }
  });

  it.each([
    ['500', { code: 500, message: 'Oops' }, 500, { kind: 'server', status: 500 }],
    ['500 in the body', { code: 500, message: 'Oops' }, 200, { kind: 'server', status: 500 }],
    [
      '403 as text in the body',
      { code: '403', accounts: [] },
      200,
      { kind: 'refused', status: 403 },
    ],
    ['404', { error: 'Not found' }, 404, { kind: 'server', status: 404 }],
    ['a firewall’s 403', 'error code: 1020', 403, { kind: 'blocked', status: 403 }],
    ['400', { error: 'Bad request' }, 400, { kind: 'server', status: 400 }],
    ['401 despite a good code in the body', { code: 200 }, 401, { kind: 'refused', status: 401 }],
    ['a web page', '<html>Sign in</html>', 200, { kind: 'unreadable', reason: 'html' }],
    ['half an answer', '{"accounts":[', 200, { kind: 'unreadable', reason: 'json' }],
    ['another shape', { accounts: 'none' }, 200, { kind: 'unreadable', reason: 'shape' }],
    ['an error with status 200', { error: 'Oops' }, 200, { kind: 'unreadable', reason: 'shape' }],
    ['not an object', '[]', 200, { kind: 'unreadable', reason: 'shape' }],
  ])('that comes as %s is recognized', async (_, body, status, error) => {
    expect(await listFrom(body, { status })).toMatchObject({ ok: false, error });
  });
});
