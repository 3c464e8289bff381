import * as z from 'zod/mini';

/** The choices of "Check every", in minutes. The shortest keeps within every service's reads. */
export const checkIntervals = [5, 10, 15, 30, 60, 120, 360] as const;
export const notificationKinds = ['trouble', 'recovery', 'refused'] as const;

export const settingsSchema = z.object({
  checkEveryMinutes: z.literal(checkIntervals),
  notify: z.object({ trouble: z.boolean(), recovery: z.boolean(), refused: z.boolean() }),
  loadPictures: z.boolean(),
  /** Read scheduled and failed posts where a service lists them. Settings of old lack it. */
  watchPosts: z._default(z.boolean(), false),
});

export type Settings = z.infer<typeof settingsSchema>;
export type NotificationKind = (typeof notificationKinds)[number];

export const defaultSettings: Settings = {
  checkEveryMinutes: 15,
  notify: { trouble: true, recovery: true, refused: true },
  loadPictures: true,
  watchPosts: false,
};
