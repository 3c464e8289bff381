import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { clearAlarm, currentAlarm, setAlarm, setAlarmAtLatest } from '@/utils/schedule/alarm';
import { minute, now, second } from '../builders';

const alarm = () => currentAlarm();
const setAtLatest = async (when: number) => setAlarmAtLatest(when, await alarm());

describe('the alarm', () => {
  it('repeats every minute, so that a killed run resumes', async () => {
    await setAlarm(now);
    expect(await alarm()).toMatchObject({ scheduledTime: now, periodInMinutes: 1 });
  });

  it('is reset only if it is off by a second or more', async () => {
    await setAlarm(now);
    const create = vi.spyOn(fakeBrowser.alarms, 'create').mockClear();
    await setAlarm(now + second - 1);
    await setAlarm(now - second + 1);
    expect(create).not.toHaveBeenCalled();
    await setAlarm(now + second);
    expect(await alarm()).toMatchObject({ scheduledTime: now + second });
    await setAlarm(now);
    expect(await alarm()).toMatchObject({ scheduledTime: now });
  });

  it('is cleared if there is nothing to check', async () => {
    await setAlarm(now);
    await clearAlarm();
    expect(await alarm()).toBeUndefined();
  });
});

describe('the latest alarm', () => {
  it('is set if there is none, and repeats every minute', async () => {
    await setAtLatest(now);
    expect(await alarm()).toMatchObject({ scheduledTime: now, periodInMinutes: 1 });
  });

  it('is brought forward if it is later', async () => {
    await setAlarm(now + minute);
    await setAtLatest(now + minute - 1);
    expect(await alarm()).toMatchObject({ scheduledTime: now + minute - 1 });
  });

  it('is left alone if it is at that time or before', async () => {
    await setAlarm(now);
    const create = vi.spyOn(fakeBrowser.alarms, 'create').mockClear();
    await setAtLatest(now);
    await setAtLatest(now + minute);
    expect(create).not.toHaveBeenCalled();
  });
});
