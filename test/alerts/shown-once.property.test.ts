import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Account } from '@/utils/accounts/account';
import { conditionOf } from '@/utils/accounts/attention';
import { eventsOf } from '@/utils/accounts/history/status-change';
import { noticesOf } from '@/utils/alerts/notice';
import { enqueue, pack, withoutDelivered } from '@/utils/alerts/outbox';
import { afterQuietHours } from '@/utils/alerts/quiet-hours';
import { currentNotices } from '@/utils/alerts/still-current';
import { emptyOutbox, type Notice } from '@/utils/state/outbox-schema';
import { defaultSettings, type Settings } from '@/utils/state/settings';
import { account, appState, connection, minute, monitoredConnection, now } from '../builders';

const ids = ['1', '2', '3', '4'] as const;

type Step =
  | { kind: 'change'; id: (typeof ids)[number]; status: Account['status'] }
  | { kind: 'pass'; minutes: number };

const anyChange: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant('change'),
  id: fc.constantFrom(...ids),
  status: fc.constantFrom('active', 'active', 'expired', 'revoked', 'unlisted', 'unknown'),
});
const anyPassing: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant('pass'),
  minutes: fc.nat(300),
});
const anyCourse = fc.array(fc.oneof(anyChange, anyPassing), { maxLength: 60 });
const anyHours = fc.record({
  on: fc.constant(true),
  from: fc.constantFrom('22:00', '12:00', '00:00'),
  to: fc.constantFrom('07:00', '11:00', '23:59'),
});

/** Lets accounts change over time. @returns what was shown and when */
function play(course: readonly Step[], quietHours: Settings['quietHours']) {
  const settings = { ...defaultSettings, quietHours };
  const accounts = new Map(ids.map((id) => [id, account({ id, key: `c1/twitter#${id}` })]));
  const notified: { notice: Notice; at: number }[] = [];
  let outbox = emptyOutbox;
  let time = now;

  const change = (id: (typeof ids)[number], status: Account['status']) => {
    const before = accounts.get(id);
    if (!before) return;
    const after = { ...before, status };
    accounts.set(id, after);
    const where = { connection: connection() };
    outbox = enqueue(
      outbox,
      noticesOf(eventsOf(before, after, time), [after], where, settings, time),
    );
  };
  const tell = () => {
    if (afterQuietHours(quietHours, time) > time) return;
    const state = {
      ...appState([monitoredConnection()], { c1: [...accounts.values()] }),
      settings,
    };
    outbox = pack({ ...outbox, waiting: currentNotices(outbox.waiting, state, time) });
    for (const { id, notices } of outbox.notifications) {
      notified.push(...notices.map((notice) => ({ notice, at: time })));
      outbox = withoutDelivered(outbox, id);
    }
  };

  for (const step of course) {
    time += minute;
    if (step.kind === 'change') change(step.id, step.status);
    else time += step.minutes * minute;
    tell();
  }
  time = afterQuietHours(quietHours, time);
  tell();
  return { notified, accounts: [...accounts.values()], outbox };
}

describe('with quiet hours', () => {
  it('nothing is shown during them, nothing twice, and the last notice of each account is true', () => {
    fc.assert(
      fc.property(anyCourse, anyHours, (course, hours) => {
        const { notified, accounts, outbox } = play(course, hours);
        expect(outbox).toEqual(emptyOutbox);
        for (const { at } of notified) expect(afterQuietHours(hours, at)).toBe(at);
        expect(new Set(notified.map(({ notice }) => notice.id)).size).toBe(notified.length);
        for (const one of accounts) {
          const words = notified.flatMap(({ notice }) =>
            'account' in notice && notice.account === one.key ? notice : [],
          );
          const said = words.map((word) => (word.kind === 'trouble' ? word.trouble : 'working'));
          expect(said.at(-1) ?? 'working').toBe(conditionOf(one));
          // A recovery is shown only after its trouble was shown.
          said.forEach((word, i) => {
            if (word === 'working') expect(said[i - 1] ?? 'working').not.toBe('working');
          });
        }
      }),
      { numRuns: 250 },
    );
  });
});
