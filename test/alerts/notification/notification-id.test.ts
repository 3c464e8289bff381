import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditionOf } from '@/utils/accounts/attention';
import { accountKey, targetId } from '@/utils/accounts/identity';
import { reconcile } from '@/utils/accounts/reconcile';
import {
  isReminderId,
  massUnlistedNoticeId,
  parseNotificationId,
  refusedNoticeId,
  reminderId,
  summaryId,
} from '@/utils/alerts/notification/notification-id';
import { anyText } from '../../any-text';
import { account, listed, listing, now, target } from '../../builders';

const anyTime = fc.nat(Number.MAX_SAFE_INTEGER);

describe('a notification’s id', () => {
  it('names its connection', () => {
    fc.assert(
      fc.property(fc.uuid(), anyTime, (connectionId, since) => {
        const id = refusedNoticeId(connectionId, since);
        expect(parseNotificationId(id)).toEqual({ kind: 'connection', connectionId });
      }),
    );
  });

  it('names its target if that lost many accounts', () => {
    const id = massUnlistedNoticeId('c1/p%201', now);
    expect(parseNotificationId(id)).toEqual({ kind: 'target', targetId: 'c1/p%201' });
  });

  it('names its account, whatever the account is called', () => {
    fc.assert(
      fc.property(anyText, anyText, anyTime, (id, platform, at) => {
        const entry = listed({ id, platform, status: 'revoked' });
        const key = accountKey(targetId(target), entry);
        const [event] = reconcile(target, [], listing([entry]), at).events;
        expect(parseNotificationId(event?.id ?? '')).toEqual({ kind: 'account', account: key });
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
      expect(parseNotificationId(event?.id ?? '')).toEqual({
        kind: 'account',
        account: before.key,
      });
    },
  );

  it('names nothing if it belongs to a summary', () => {
    const id = summaryId(refusedNoticeId('c1', now));
    expect(parseNotificationId(id)).toEqual({ kind: 'other' });
  });

  it('leads to the connections if it is about several keys', () => {
    const id = summaryId(refusedNoticeId('c1', now), 'keys');
    expect(parseNotificationId(id)).toEqual({ kind: 'connections' });
  });

  it('of a reminder names its account and is recognized as a reminder’s', () => {
    const id = reminderId('c1/twitter#1', now);
    expect(parseNotificationId(id)).toEqual({ kind: 'account', account: 'c1/twitter#1' });
    expect([id, summaryId(id)].map(isReminderId)).toEqual([true, true]);
    expect([refusedNoticeId('c1', now), 'test', 'set-aside'].map(isReminderId)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('of a summary differs from that of its first notice', () => {
    const id = refusedNoticeId('c1', now);
    expect(summaryId(id)).not.toBe(id);
    expect(summaryId(id)).toBe(summaryId(id));
  });

  it.each(['', 'test', '@1>expired', 'c1@>refused', 'c1@1>', 'c1@1', 'c1@1>expired 2'])(
    '“%s” names nothing',
    (id) => {
      expect(parseNotificationId(id)).toEqual({ kind: 'other' });
    },
  );
});
