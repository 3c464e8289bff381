import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditionOf } from '@/utils/accounts/attention';
import { accountKey, targetId } from '@/utils/accounts/identity';
import { reconcile } from '@/utils/accounts/reconcile';
import { isReminderId, noticeId, summaryId } from '@/utils/alerts/notification/notification-id';
import { destinationOf } from '@/utils/alerts/notification/open-notification';
import { anyText } from '../../any-text';
import { account, listed, listing, now, target } from '../../builders';

const anyTime = fc.nat(Number.MAX_SAFE_INTEGER);

describe('a notification’s id', () => {
  it('names its connection', () => {
    fc.assert(
      fc.property(fc.uuid(), anyTime, (connectionId, since) => {
        const id = noticeId(connectionId, since, 'refused');
        expect(destinationOf(id)).toEqual({ view: 'connections', edit: connectionId });
      }),
    );
  });

  it('names its target if that lost many accounts', () => {
    const id = noticeId('c1/p%201', now, 'mass-unlisted');
    expect(destinationOf(id)).toEqual({ targetId: 'c1/p%201' });
  });

  it('names its account, whatever the account is called', () => {
    fc.assert(
      fc.property(anyText, anyText, anyTime, (id, platform, at) => {
        const entry = listed({ id, platform, status: 'revoked' });
        const key = accountKey(targetId(target), entry);
        const [event] = reconcile(target, [], listing([entry]), at).events;
        expect(destinationOf(event?.id ?? '')).toEqual({
          targetId: targetId(target),
          account: key,
        });
      }),
    );
  });

  it.each(['active', 'expired', 'revoked', 'unknown'] as const)(
    'names an account that becomes %s',
    (status) => {
      const before = account({ status: 'unlisted' });
      const entry = listed({ status });
      const [event] = reconcile(target, [before], listing([entry]), now).events;
      expect(event?.to).toBe(conditionOf(entry));
      expect(destinationOf(event?.id ?? '')).toEqual({
        targetId: targetId(target),
        account: before.key,
      });
    },
  );

  it('names nothing if it belongs to a summary', () => {
    const id = summaryId(noticeId('c1', now, 'refused'));
    expect(destinationOf(id)).toEqual({ view: 'accounts' });
  });

  it('leads to the connections if it is about several keys', () => {
    const id = summaryId(noticeId('c1', now, 'refused'), 'keys');
    expect(destinationOf(id)).toEqual({ view: 'connections' });
  });

  it('of a reminder names its account and is recognized as a reminder’s', () => {
    const id = noticeId('c1/twitter#1', now, 'reminder');
    expect(destinationOf(id)).toEqual({ targetId: 'c1', account: 'c1/twitter#1' });
    expect([id, summaryId(id)].map(isReminderId)).toEqual([true, true]);
    expect([noticeId('c1', now, 'refused'), 'test', 'set-aside'].map(isReminderId)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('of a summary differs from that of its first notice', () => {
    const id = noticeId('c1', now, 'refused');
    expect(summaryId(id)).not.toBe(id);
    expect(summaryId(id)).toBe(summaryId(id));
  });

  it.each(['', 'test', '@1>expired', 'c1@>refused', 'c1@1>', 'c1@1', 'c1@1>expired 2'])(
    '“%s” names nothing',
    (id) => {
      expect(destinationOf(id)).toEqual({ view: 'accounts' });
    },
  );
});
