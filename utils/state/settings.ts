import * as z from 'zod/mini';

/**
 * The choices of "Check every", in minutes. The shortest stays within every service's read limit.
 */
export const checkIntervals = [5, 10, 15, 30, 60, 120, 360] as const;
export const themes = ['system', 'light', 'dark'] as const;
export const densities = ['comfortable', 'compact'] as const;
export const notificationKinds = ['trouble', 'warning', 'recovery', 'refused'] as const;

const noQuietHours = { on: false, from: '22:00', to: '07:00' };

const kinds = {
  trouble: z.boolean(),
  warning: z.boolean(),
  recovery: z.boolean(),
  refused: z.boolean(),
};
export const kindsSchema = z.object(kinds);

/** Old settings have no `warning` switch: `trouble` covered both. */
const notifySchema = z.pipe(
  z.object({ ...kinds, warning: z.exactOptional(kinds.warning) }),
  z.transform((notify) => ({ warning: notify.trouble, ...notify })),
);

/** A local time of day, `HH:MM`, 24 hours. */
const timeOfDay = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

/** Notifications wait between these times; past midnight where `from` is later than `to`. */
const quietHoursSchema = z.object({ on: z.boolean(), from: timeOfDay, to: timeOfDay });

export const settingsSchema = z.object({
  checkEveryMinutes: z.literal(checkIntervals),
  notify: notifySchema,
  loadPictures: z.boolean(),
  /** Read scheduled and failed posts where a service lists them. Old settings lack it. */
  watchPosts: z._default(z.boolean(), false),
  /** One reminder a day while something needs attention. Old settings lack it. */
  remindDaily: z._default(z.boolean(), false),
  quietHours: z._default(quietHoursSchema, noQuietHours),
  /** Whether messages to chats wait in quiet hours too. Old settings lack it. */
  quietChats: z._default(z.boolean(), false),
  theme: z._default(z.enum(themes), 'system'),
  density: z._default(z.enum(densities), 'comfortable'),
  /** Whether the popup groups connected accounts by client. */
  groupByClient: z._default(z.boolean(), false),
});

const toggle = z.exactOptional(z.boolean());

/** Changes to some settings. Anything not named stays as it is. */
export const settingsChangesSchema = z.object({
  checkEveryMinutes: z.exactOptional(settingsSchema.shape.checkEveryMinutes),
  /** Only the kinds that change, so that two windows don't undo each other's changes. */
  notify: z.exactOptional(z.exactPartial(z.strictObject(kinds))),
  loadPictures: toggle,
  watchPosts: toggle,
  remindDaily: toggle,
  quietHours: z.exactOptional(z.exactPartial(quietHoursSchema)),
  quietChats: toggle,
  theme: z.exactOptional(z.enum(themes)),
  density: z.exactOptional(z.enum(densities)),
  groupByClient: toggle,
});

export type SettingsChanges = z.infer<typeof settingsChangesSchema>;
export type Settings = z.infer<typeof settingsSchema>;
export type QuietHours = Settings['quietHours'];
export type Theme = Settings['theme'];
export type Density = Settings['density'];
export type NotificationKind = (typeof notificationKinds)[number];

export const defaultSettings: Settings = {
  checkEveryMinutes: 15,
  notify: { trouble: true, warning: true, recovery: true, refused: true },
  loadPictures: true,
  watchPosts: false,
  remindDaily: false,
  quietHours: noQuietHours,
  quietChats: false,
  theme: 'system',
  density: 'comfortable',
  groupByClient: false,
};

/** The settings with changes applied. */
export function withChanges(settings: Settings, changes: SettingsChanges): Settings {
  return {
    ...settings,
    ...changes,
    notify: { ...settings.notify, ...changes.notify },
    quietHours: { ...settings.quietHours, ...changes.quietHours },
  };
}
