import type { DayState } from '@/utils/accounts/history/condition-changes';
import { runsOf } from '@/utils/accounts/history/daily-status';

const colourOf: Readonly<Record<DayState, string>> = {
  absent: 'var(--bar-none)',
  working: 'var(--bar-ok)',
  expired: 'var(--bad)',
  revoked: 'var(--bad)',
  unlisted: 'var(--warn)',
  'cannot-post': 'var(--warn)',
  'posts-failing': 'var(--warn)',
  'will-expire': 'var(--warn)',
  unknown: 'var(--warn)',
};

interface Props {
  /** Oldest first. */
  days: readonly DayState[];
  /** The same in words. */
  label: string;
}

/**
 * An account's last days as bars, with today at the end. The bars are one background, cut by a mask
 * into days, because a page may show thousands of accounts.
 */
export function HistoryStrip({ days, label }: Props) {
  const style = { '--days': days.length, '--course': courseOf(days) };
  return <span class="strip" role="img" aria-label={label} style={style} />;
}

function courseOf(days: readonly DayState[]): string {
  const stops = runsOf(days).map(
    ({ state, from, to }) => `${colourOf[state]} ${percent(from, days)} ${percent(to, days)}`,
  );
  return `linear-gradient(to right, ${stops.join(', ')})`;
}

function percent(day: number, days: readonly DayState[]): string {
  return `${Math.round((day / days.length) * 1e4) / 100}%`;
}
