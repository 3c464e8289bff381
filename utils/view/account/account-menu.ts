import { i18n } from '#i18n';
import type { Mute } from '../../accounts/account';
import { dayMs } from '../../time';
import type { AccountRow } from './account-row';
import type { AccountAction } from './act-on-account';

/** The menu of one account, and what each entry does. `now`: ms since the epoch. */
export function accountMenu(
  row: AccountRow,
  now: number,
): { label: string; action: AccountAction }[] {
  const mutes = row.mute ? [unmuteEntry()] : muteEntries(row.inTrouble, now);
  return [
    ...(row.status === 'unlisted'
      ? [{ label: i18n.t('account.removed'), action: { kind: 'forget' } as const }]
      : []),
    ...mutes.map(({ label, mute }) => ({ label, action: { kind: 'mute', mute } as const })),
    ...(row.inTrouble
      ? [{ label: i18n.t('account.copyMessage'), action: { kind: 'copy-message' } as const }]
      : []),
    { label: i18n.t('account.moveToClient'), action: { kind: 'move' } },
    { label: i18n.t('account.copyId'), action: { kind: 'copy-id' } },
    { label: i18n.t('account.details'), action: { kind: 'details' } },
  ];
}

interface MuteEntry {
  label: string;
  /** `null` unmutes. */
  mute: Mute | null;
}

/** The ways to mute accounts. `inTrouble`: they can be muted until they work. */
export function muteEntries(inTrouble: boolean, now: number): MuteEntry[] {
  return [
    ...(inTrouble
      ? [{ label: i18n.t('account.muteUntilWorks'), mute: { until: 'works' } as const }]
      : []),
    { label: i18n.t('account.muteDay'), mute: { until: 'time', at: now + dayMs } },
    { label: i18n.t('account.muteWeek'), mute: { until: 'time', at: now + 7 * dayMs } },
    { label: i18n.t('account.muteAlways'), mute: { until: 'always' } },
  ];
}

export function unmuteEntry(): MuteEntry {
  return { label: i18n.t('account.unmute'), mute: null };
}
