import { describe, expect, it } from 'vitest';
import { defaultSettings, settingsChangesSchema, settingsSchema } from '@/utils/state/settings';

describe('settings from before there were warnings', () => {
  const { watchPosts: _, ...old } = defaultSettings;
  it.each([true, false])('treat warnings like trouble: %s', (trouble) => {
    const stored = { ...old, notify: { trouble, recovery: true, refused: true } };
    expect(settingsSchema.parse(stored).notify).toEqual({ ...stored.notify, warning: trouble });
  });

  it('are read as stored once they have a setting for warnings', () => {
    const stored = { ...defaultSettings, notify: { ...defaultSettings.notify, warning: false } };
    expect(settingsSchema.parse(stored)).toEqual(stored);
  });
});

describe('quiet hours', () => {
  it('are off in old settings', () => {
    const { quietHours: _, ...old } = defaultSettings;
    expect(settingsSchema.parse(old).quietHours).toMatchObject({ on: false });
  });

  it.each(['00:00', '09:05', '23:59'])('may begin at %s', (from) => {
    expect(settingsChangesSchema.safeParse({ quietHours: { from } }).success).toBe(true);
  });

  it.each(['', '24:00', '9:05', '12:60', '12:00:00', 'noon', 22])('may not end at %s', (to) => {
    expect(settingsChangesSchema.safeParse({ quietHours: { to } }).success).toBe(false);
  });
});
