import { describe, expect, it } from 'vitest';
import { defaultSettings, settingsSchema } from '@/utils/settings';

describe('settings that were stored before there were warnings', () => {
  const { watchPosts: _, ...old } = defaultSettings;
  it.each([true, false])('tell them as they tell troubles: %s', (trouble) => {
    const stored = { ...old, notify: { trouble, recovery: true, refused: true } };
    expect(settingsSchema.parse(stored).notify).toEqual({ ...stored.notify, warning: trouble });
  });

  it('are read as they are stored from then on', () => {
    const stored = { ...defaultSettings, notify: { ...defaultSettings.notify, warning: false } };
    expect(settingsSchema.parse(stored)).toEqual(stored);
  });
});
