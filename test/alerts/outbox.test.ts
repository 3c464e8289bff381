import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusedNotice, troubleNotice } from '@/utils/alerts/notice';
import { destinationOf } from '@/utils/alerts/notification/open-notification';
import { enqueue, pack, withoutDelivered } from '@/utils/alerts/outbox';
import { emptyOutbox, type Notice, type Outbox } from '@/utils/state/outbox-schema';
import { account, connection, now } from '../builders';

function notices(...ids: number[]): Notice[] {
  return ids.map((id) => refusedNotice(connection(), now + id));
}

function packed(outbox: Outbox): Notice[][] {
  return outbox.notifications.map((notification) => notification.notices);
}

function packedIds(waiting: Notice[]): string[] {
  return pack({ ...emptyOutbox, waiting }).notifications.map(({ id }) => id);
}

describe('enqueue', () => {
  it('adds notices in their order', () => {
    const outbox = enqueue(enqueue(emptyOutbox, notices(1, 2)), notices(3));
    expect(outbox).toEqual({ waiting: notices(1, 2, 3), notifications: [] });
  });

  it('changes nothing if all notices are already in', () => {
    const outbox = enqueue(emptyOutbox, notices(1, 2));
    expect(enqueue(outbox, notices(2, 1))).toBe(outbox);
    expect(enqueue(outbox, [])).toBe(outbox);
  });

  it('adds a notice once if it comes twice', () => {
    expect(enqueue(emptyOutbox, notices(1, 2, 1)).waiting).toEqual(notices(1, 2));
  });

  it('does not add a notice that is already packed', () => {
    const outbox = pack(enqueue(emptyOutbox, notices(1, 2, 3, 4)));
    expect(enqueue(outbox, notices(3))).toBe(outbox);
    expect(enqueue(outbox, notices(3, 5)).waiting).toEqual(notices(5));
  });
});

describe('pack', () => {
  it('changes nothing if no notice waits', () => {
    expect(pack(emptyOutbox)).toBe(emptyOutbox);
  });

  it('makes one notification per notice, up to three', () => {
    const outbox = pack(enqueue(emptyOutbox, notices(1, 2, 3)));
    expect(packed(outbox)).toEqual([notices(1), notices(2), notices(3)]);
    expect(outbox.notifications.map(({ id }) => id)).toEqual(notices(1, 2, 3).map(({ id }) => id));
    expect(outbox.waiting).toEqual([]);
  });

  it('makes one notification of more than three', () => {
    const outbox = pack(enqueue(emptyOutbox, notices(1, 2, 3, 4)));
    expect(packed(outbox)).toEqual([notices(1, 2, 3, 4)]);
    expect(outbox.waiting).toEqual([]);
  });

  it('makes a summary that leads to the connections only if all notices are about keys', () => {
    const expired = troubleNotice(
      'expired',
      account(),
      'expired',
      { connection: connection() },
      now,
    );
    const about = (...waiting: Notice[]) => packedIds(waiting).map(destinationOf);
    expect(about(...notices(1, 2, 3, 4))).toEqual([{ view: 'connections' }]);
    expect(about(...notices(1, 2, 3), expired)).toEqual([{ view: 'accounts' }]);
    expect(about(...[1, 2, 3, 4].map((id) => ({ ...expired, id: `${id}` })))).toEqual([
      { view: 'accounts' },
    ]);
  });

  it('leaves undelivered notifications as they are', () => {
    const before = pack(enqueue(emptyOutbox, notices(1)));
    const after = pack(enqueue(before, notices(2)));
    expect(after.notifications[0]).toBe(before.notifications[0]);
    expect(packed(after)).toEqual([notices(1), notices(2)]);
  });

  it('gives the same ids when repeated', () => {
    const outbox = enqueue(emptyOutbox, notices(1, 2, 3, 4, 5));
    expect(pack(outbox)).toEqual(pack(outbox));
  });
});

describe('withoutDelivered', () => {
  it('removes one notification', () => {
    const outbox = pack(enqueue(emptyOutbox, notices(1, 2)));
    const [first] = notices(1);
    expect(packed(withoutDelivered(outbox, first?.id ?? ''))).toEqual([notices(2)]);
  });

  it('changes nothing if there is no such notification', () => {
    const outbox = pack(enqueue(emptyOutbox, notices(1)));
    expect(withoutDelivered(outbox, 'other')).toEqual(outbox);
  });
});

describe('the outbox', () => {
  it('delivers each notice once, in any order of adding and removing', () => {
    const anyAction = fc.oneof(
      fc.record({ kind: fc.constant('post' as const), count: fc.nat(6), again: fc.boolean() }),
      fc.record({ kind: fc.constant('pack' as const) }),
      fc.record({ kind: fc.constant('take' as const), which: fc.nat(3) }),
    );
    fc.assert(
      fc.property(fc.array(anyAction, { maxLength: 30 }), (actions) => {
        let outbox = emptyOutbox;
        const posted: Notice[] = [];
        const delivered: Notice[] = [];
        const deliver = (which: number) => {
          const notification = outbox.notifications[which];
          if (!notification) return;
          delivered.push(...notification.notices);
          outbox = withoutDelivered(outbox, notification.id);
        };
        for (const action of actions) {
          if (action.kind === 'pack') outbox = pack(outbox);
          else if (action.kind === 'take') deliver(action.which);
          else {
            const fresh = notices(
              ...Array.from({ length: action.count }, (_, i) => posted.length + i),
            );
            const known = [...outbox.waiting, ...packed(outbox).flat()];
            outbox = enqueue(outbox, action.again ? [...known, ...fresh] : fresh);
            posted.push(...fresh);
          }
        }
        outbox = pack(outbox);
        expect(outbox.waiting).toEqual([]);
        while (outbox.notifications.length > 0) deliver(0);
        const ids = (list: readonly Notice[]) => list.map(({ id }) => id).sort();
        expect(ids(delivered)).toEqual(ids(posted));
      }),
    );
  });
});
