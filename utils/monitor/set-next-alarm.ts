import { nextAlertAt } from '../alerts/next-alert';
import { nextMessageAt } from '../chats/next-message';
import { clearAlarm, currentAlarm, setAlarm, setAlarmAtLatest } from '../schedule/alarm';
import { queueOf } from '../schedule/check-queue';
import { staleTimes } from '../schedule/freshness';
import { postsDueAt } from '../schedule/posts-due';
import { profilesDueAt } from '../schedule/profiles-due';
import type { Http } from '../services/http';
import type { MonitoredConnection } from '../state/app-state';
import { chatsItem } from '../state/chat/chat';
import { reminderItem } from '../state/items';
import { readSchedule } from '../state/read-state';
import { muteEndItem } from '../state/session-items';
import type { Settings } from '../state/settings';
import { writeFailureItem } from '../storage/health';
import { readItems, type ValueSource } from '../storage/read-items';
import { readOnce } from '../storage/read-once';
import { minuteMs, never } from '../time';

/** The shortest pause between runs, so that neighbouring slots share one; also Chrome's minimum. */
const shortestSleepMs = 30_000;
/** Unsaved checks stay due; without a pause, they would be requested again and again. */
const cannotSavePauseMs = 10 * minuteMs;
/** Resumes a run (ms) whose worker was killed. */
const guardMs = minuteMs;

/** Makes sure that a run not started by the alarm resumes if its worker is killed. */
export async function setAlarmForDueWork(http: Http, source: ValueSource): Promise<void> {
  const now = http.now();
  const latest = now + guardMs;
  const [next, alarm] = await Promise.all([nextDueAt(now, source), currentAlarm()]);
  if (next <= latest) await setAlarmAtLatest(latest, alarm);
}

/** At the end of a run, sets the alarm for what is due next, or clears it where nothing ever is. */
export async function setAlarmForNext(http: Http): Promise<void> {
  const now = http.now();
  const next = await nextDueAt(now, readOnce());
  const [cannotSave] = await readItems([writeFailureItem]);
  const sleepMs = cannotSave ? cannotSavePauseMs : shortestSleepMs;
  if (Number.isFinite(next)) await setAlarm(Math.max(next, now + sleepMs));
  else await clearAlarm();
}

/**
 * When the first thing is due, in ms since the epoch; `Infinity` where nothing is scheduled.
 */
async function nextDueAt(now: number, source: ValueSource): Promise<number> {
  const [schedule] = await Promise.all([
    readSchedule(now, source),
    // Read in the same batch: at a worker's start, each further read of storage costs time.
    source([reminderItem.key, muteEndItem.key, chatsItem.key]),
  ]);
  const checks = schedule.connections.flatMap((connection) => [
    profilesDueAt(connection, now),
    postsDueAt(connection, schedule.settings, now),
    nextStaleAt(connection, schedule.settings, now),
  ]);
  const [next] = queueOf(schedule, now);
  const alert = await nextAlertAt(schedule.settings, now, source);
  const message = await nextMessageAt(schedule.settings, now, source);
  return Math.min(next?.at ?? never, alert, message, ...checks);
}

/**
 * When the next part of a connection's data becomes stale, which the badge must show; `Infinity`
 * where all of it is stale already.
 */
function nextStaleAt(connection: MonitoredConnection, settings: Settings, now: number): number {
  const ahead = staleTimes(connection, settings).filter((at) => at >= now);
  return Math.min(...ahead) + 1;
}
