import { browser } from 'wxt/browser';

export const alarmName = 'check';

/** How far (ms) the alarm may be from its time before it is worth setting anew. */
const toleranceMs = 1_000;

/** `undefined` where it is not set. */
export async function currentAlarm(): Promise<{ scheduledTime: number } | undefined> {
  return browser.alarms.get(alarmName);
}

/**
 * Sets the one alarm for `when` (ms since the epoch), unless it is set for that time already. It
 * repeats each minute, so that a worker that was killed in the middle of its checks is started
 * again; once they are done, the alarm is set for the next ones.
 *
 * Firefox forgets alarms when it closes, and Chrome may:
 * https://developer.chrome.com/docs/extensions/reference/api/alarms#persistence
 */
export async function setAlarm(when: number): Promise<void> {
  const alarm = await currentAlarm();
  if (alarm && Math.abs(alarm.scheduledTime - when) < toleranceMs) return;
  await browser.alarms.create(alarmName, { when, periodInMinutes: 1 });
}

/**
 * Makes sure that the worker is started again at `when` (ms since the epoch) or before.
 *
 * @param alarm as it is set now
 */
export async function setAlarmAtLatest(
  when: number,
  alarm: { scheduledTime: number } | undefined,
): Promise<void> {
  if (!alarm || alarm.scheduledTime > when) {
    await browser.alarms.create(alarmName, { when, periodInMinutes: 1 });
  }
}

/** With nothing to check, the worker need not be started. */
export async function clearAlarm(): Promise<void> {
  await browser.alarms.clear(alarmName);
}
