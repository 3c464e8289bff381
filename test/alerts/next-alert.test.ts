import { beforeEach, describe, expect, it } from 'vitest';
import { nextAlertAt } from '@/utils/alerts/next-alert';
import { refusedNotice } from '@/utils/alerts/notice';
import { enqueue, pack } from '@/utils/alerts/outbox';
import { afterQuietHours } from '@/utils/alerts/quiet-hours';
import { outboxItem, reminderItem } from '@/utils/state/items';
import { emptyOutbox } from '@/utils/state/outbox-schema';
import { notifiedStorageProblemItem } from '@/utils/state/session-items';
import { defaultSettings } from '@/utils/state/settings';
import { setValues } from '@/utils/storage/area';
import { writeFailureItem } from '@/utils/storage/health';
import { toStored } from '@/utils/storage/item';
import { transaction } from '@/utils/storage/transaction';
import { connection, day, hour, minute, now, quietAround } from '../builders';

const never = Number.POSITIVE_INFINITY;
const quiet = { ...defaultSettings, quietHours: quietAround(now) };
const end = afterQuietHours(quiet.quietHours, now);

const waiting = enqueue(emptyOutbox, [refusedNotice(connection(), now)]);
const keep = (outbox: typeof waiting) => transaction(now, async (tx) => tx.put(outboxItem, outbox));

const findProblem = () =>
  setValues(new Map([[writeFailureItem.key, toStored(writeFailureItem, { since: now })]]));
const tellProblem = () =>
  setValues(
    new Map([
      [notifiedStorageProblemItem.key, toStored(notifiedStorageProblemItem, 'cannot-save')],
    ]),
  );

describe('with nothing to notify', () => {
  it.each([
    ['in quiet hours', quiet],
    ['at any other time', defaultSettings],
  ])('%s, there is no next alert', async (_, settings) => {
    expect(await nextAlertAt(settings, now)).toBe(never);
  });
});

describe('in quiet hours', () => {
  it.each([
    ['a notice', waiting],
    ['a notification that is already packed', pack(waiting)],
  ])('the next alert is at their end if something waits: %s', async (_, outbox) => {
    await keep(outbox);
    expect(await nextAlertAt(quiet, now)).toBe(end);
    // Outside quiet hours the browser did not accept it, and the next run offers it again.
    expect(await nextAlertAt(quiet, end)).toBe(never);
    expect(await nextAlertAt(defaultSettings, now)).toBe(never);
  });

  it('the next alert is at their end for a storage problem, until it was notified', async () => {
    await findProblem();
    expect(await nextAlertAt(quiet, now)).toBe(end);
    await tellProblem();
    expect(await nextAlertAt(quiet, now)).toBe(never);
  });

  it('there is no next alert for the end of a storage problem', async () => {
    await tellProblem();
    expect(await nextAlertAt(quiet, now)).toBe(never);
  });
});

describe('a reminder', () => {
  const notifiedAt = now - day + 3 * hour;
  const daily = { ...defaultSettings, remindDaily: true };
  const quietDaily = { ...quiet, remindDaily: true };
  beforeEach(() =>
    transaction(now, async (tx) =>
      tx.put(reminderItem, [{ account: 'c1/twitter#1', trouble: 'expired', notifiedAt }]),
    ),
  );

  it('is the next alert if reminders are turned on', async () => {
    expect(await nextAlertAt(daily, now)).toBe(notifiedAt + day);
    expect(await nextAlertAt(defaultSettings, now)).toBe(never);
  });

  it('is due now if it is overdue', async () => {
    expect(await nextAlertAt(daily, notifiedAt + 2 * day)).toBe(notifiedAt + 2 * day);
  });

  it('waits for the end of quiet hours', async () => {
    const quietHours = quietAround(notifiedAt + day);
    const itsEnd = afterQuietHours(quietHours, notifiedAt + day);
    expect(await nextAlertAt({ ...quietDaily, quietHours }, now)).toBe(itsEnd);
    const late = itsEnd + day - minute;
    expect(await nextAlertAt({ ...quietDaily, quietHours }, late)).toBe(itsEnd + day);
  });

  it('is not the next alert if something else is due earlier', async () => {
    expect(await nextAlertAt(quietDaily, now)).toBe(notifiedAt + day);
    await keep(waiting);
    expect(await nextAlertAt(quietDaily, now)).toBe(end);
  });
});

describe('a loss that waits for other targets', () => {
  const loss = {
    kind: 'mass-unlisted',
    id: 'any',
    connectionId: 'c1',
    label: 'Agency',
    service: 'synposter',
    accounts: ['a', 'b', 'c'],
  } as const;
  const notifyBy = now + 10 * minute;

  it('is notified at its deadline, or when quiet hours end', async () => {
    await keep(enqueue(emptyOutbox, [{ ...loss, accounts: [...loss.accounts], notifyBy }]));
    expect(await nextAlertAt(defaultSettings, now)).toBe(notifyBy);
    expect(await nextAlertAt(defaultSettings, notifyBy)).toBe(never);
    expect(await nextAlertAt(quiet, now)).toBe(end);
  });
});
