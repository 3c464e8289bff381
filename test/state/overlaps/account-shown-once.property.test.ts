import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Account } from '@/utils/accounts/account';
import { conditionOf } from '@/utils/accounts/attention';
import { reconcile } from '@/utils/accounts/reconcile';
import { eachAccountOnce, eventsNotSeenElsewhere } from '@/utils/state/overlaps';
import {
  appState,
  checked,
  listed,
  listing,
  minute,
  monitoredConnection,
  now,
} from '../../builders';

const ids = ['c1', 'c2', 'c3'] as const;

type Step =
  | { kind: 'change'; status: 'active' | 'expired' | 'revoked' }
  | { kind: 'check'; id: (typeof ids)[number] };

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('change' as const),
    status: fc.constantFrom('active', 'expired', 'revoked'),
  }),
  fc.record({ kind: fc.constant('check' as const), id: fc.constantFrom(...ids) }),
);

/** What three connections store for an account they share, and what is notified. */
function play(course: readonly Step[]) {
  const known = new Map<string, readonly Account[]>();
  const seenAt = new Map<string, number>();
  const notified: string[] = [];
  let status: Extract<Step, { kind: 'change' }>['status'] = 'active';
  let time = now;

  const check = (id: string) => {
    time += minute;
    const before = known.get(id);
    const found = listing([listed({ status, handle: 'alice', platformAccountId: '7' })]);
    const { accounts, events } = reconcile({ connectionId: id }, before, found, time);
    const elsewhere = ids
      .filter((other) => other !== id)
      .flatMap((other) => known.get(other) ?? []);
    notified.push(
      ...eventsNotSeenElsewhere(events, before ?? [], accounts, elsewhere).map(({ to }) => to),
    );
    known.set(id, accounts);
    seenAt.set(id, time);
  };
  const shown = () => {
    const connections = ids.map((id) =>
      monitoredConnection({
        connection: { id },
        targets: [checked({ listedAt: seenAt.get(id) ?? now })],
      }),
    );
    const once = eachAccountOnce(appState(connections, Object.fromEntries(known)));
    return [...once.accounts.values()].flat().map(conditionOf);
  };

  for (const id of ids) check(id);
  for (const step of course) {
    if (step.kind === 'check') check(step.id);
    else status = step.status;
    // The account is counted once, always in the state that was last notified.
    expect(shown()).toEqual([notified.at(-1) ?? 'working']);
  }
  for (const id of ids) check(id);
  return { notified, shown: shown(), truth: status === 'active' ? 'working' : status };
}

it('an account listed by three connections is shown once, and each change notified once', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 40 }), (course) => {
      const { notified, shown, truth } = play(course);
      expect(shown).toEqual([truth]);
      expect(notified.at(-1) ?? 'working').toBe(truth);
      const words = ['working', ...notified];
      expect(words.filter((word, i) => word === words[i + 1])).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
