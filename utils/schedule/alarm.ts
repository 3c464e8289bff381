import { browser } from 'wxt/browser';

export const alarmName = 'check';

/** How far (ms) the alarm may be off before it is set again. */
const toleranceMs = 1_000;

/** `undefined` where it is not set. */
export async function currentAlarm(): Promise<{ scheduledTime: number } | undefined> {
  return browser.alarms.get(alarmName);
}

/**
 * Sets the one alarm for `when` (ms since the epoch), unless it is set for that time already. It
 * repeats every minute, so that a worker killed during its checks is started again; at the end of a
 * run it is set for the next check.
 *
 * Firefox drops alarms when it closes, and Chrome may:
 * https://developer.chrome.com/docs/extensions/reference/api/alarms#persistence
 */
export async function setAlarm(when: number): Promise<void> {
  const alarm = await currentAlarm();
  if (alarm && Math.abs(alarm.scheduledTime - when) < toleranceMs) return;
  await browser.alarms.create(alarmName, { when, periodInMinutes: 1 });
}

/**
 * Makes sure the worker starts again at `when` (ms since the epoch) or earlier.
 *
 * @param alarm the current alarm
 */
export async function setAlarmAtLatest(
  when: number,
  alarm: { scheduledTime: number } | undefined,
): Promise<void> {
  if (!alarm || alarm.scheduledTime > when) {
    await browser.alarms.create(alarmName, { when, periodInMinutes: 1 });
  }
}

/** Removes the alarm: with nothing to check, the worker need not start. */
export async function clearAlarm(): Promise<void> {
  await browser.alarms.clear(alarmName);
}
