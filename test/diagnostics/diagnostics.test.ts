import { describe, expect, it } from 'vitest';
import { type DiagnosticFacts, diagnosticsText } from '@/utils/diagnostics/diagnostics';
import { failure, success } from '@/utils/services/result';
import { type LoggedCheck, logCheck, outcomeOf } from '@/utils/state/check-log';
import { account, appState, listed, listing, minute, monitoredConnection, now } from '../builders';

const facts: DiagnosticFacts = {
  appState: appState(
    [
      monitoredConnection({
        connection: { label: 'Secret client' },
        state: { blocked: { by: 'rate-limit', since: now, until: now + minute } },
      }),
    ],
    { c1: [account({ handle: 'alice', status: 'expired' })] },
  ),
  checks: [
    {
      at: now - 2 * minute,
      tookMs: 300,
      target: 'c1',
      outcome: outcomeOf(failure({ kind: 'server', status: 503 })),
    },
    {
      at: now - minute,
      tookMs: 120,
      target: 'c1',
      outcome: outcomeOf(success(listing([listed()], { unidentified: 2 }))),
    },
    { at: now, tookMs: 5, target: 'c9/p1', outcome: outcomeOf(failure({ kind: 'offline' })) },
  ],
  unparsedAnswer: ['{accounts: [2 × null | {id: number}]}'],
  events: 12,
  waiting: 1,
  chats: [
    {
      chat: {
        id: 'chat',
        service: 'slack',
        label: 'Secret team',
        addressHint: 'k1Q',
        addedAt: now,
        on: true,
        kinds: { trouble: true, warning: true, recovery: true, refused: true },
      },
      state: { failing: { error: { kind: 'unreachable' }, failures: 2, since: now, nextAt: now } },
      waiting: 3,
    },
  ],
  quarantine: ['local:accounts/c1/profile-of-a-client', 'local:settings'],
  alarms: [{ name: 'check', scheduledTime: now + minute, periodInMinutes: 1 }],
  access: { schedpilot: true, synposter: false },
  version: '1.2.3',
  userAgent: 'Browser/1',
  usedBytes: 4096,
};

describe('diagnostics', () => {
  const text = diagnosticsText(facts, now, { withNames: false });

  it('contain versions, alarms, access, storage and counts', () => {
    for (const fact of [
      'Still Connected 1.2.3, 2026-05-04T09:30:00.000Z',
      'Browser/1',
      'check at 2026-05-04T09:31:00.000Z, every 1 min',
      '"synposter":false',
      '4096 bytes',
      'Set aside: accounts/…, settings',
      '12 events; notices waiting: 1',
      '1 slack: on, 3 waiting, nothing delivered, 2 failures since 2026-05-04T09:30:00.000Z: unreachable',
      '1 schedpilot: 1 targets, 0 failing, accounts: {"expired":1}',
      'blocked by rate-limit until 2026-05-04T09:31:00.000Z',
    ]) {
      expect(text).toContain(fact);
    }
    expect(text).not.toContain('Secret team');
    expect(text).not.toContain('k1Q');
  });

  it('contain the shape of an unreadable answer below its connection', () => {
    const lines = text.split('\n');
    const place = lines.findIndex((line) => line.startsWith('  1 schedpilot:'));
    expect(lines[place + 1]).toBe(
      '      last answer not read whole: {accounts: [2 × null | {id: number}]}',
    );
    const whole = diagnosticsText({ ...facts, unparsedAnswer: [''] }, now, { withNames: false });
    expect(whole).not.toContain('not read whole');
  });

  it('contain each check and its result, newest first', () => {
    expect(text.split('\n').slice(-3)).toEqual([
      '  2026-05-04T09:30:00.000Z 5 ms, a target that is gone: offline',
      '  2026-05-04T09:29:00.000Z 120 ms, target 1.1: listing: 1 accounts, 2 unreadable',
      '  2026-05-04T09:28:00.000Z 300 ms, target 1.1: server status 503',
    ]);
  });

  it('contain names only on request', () => {
    expect(text).not.toMatch(/Secret client|alice|profile-of/);
    const named = diagnosticsText(facts, now, { withNames: true });
    expect(named).toContain('schedpilot “Secret client”');
    expect(named).toContain('@alice: expired');
  });

  it('show a time beyond any calendar', () => {
    const odd: LoggedCheck = {
      at: 9e15,
      tookMs: 1,
      target: 'c1',
      outcome: outcomeOf(failure({ kind: 'timeout' })),
    };
    expect(diagnosticsText({ ...facts, checks: [odd] }, now, { withNames: false })).toContain(
      '9000000000000000 1 ms',
    );
  });
});

describe('the log of checks', () => {
  it('keeps the last 200', () => {
    const check = (at: number): LoggedCheck => ({
      at,
      tookMs: 1,
      target: 'c1',
      outcome: outcomeOf(success(listing([]))),
    });
    let log: LoggedCheck[] = [];
    for (let at = 1; at <= 250; at += 1) log = logCheck(log, check(at));
    expect(log.map(({ at }) => at)).toEqual(Array.from({ length: 200 }, (_, i) => i + 51));
  });
});
