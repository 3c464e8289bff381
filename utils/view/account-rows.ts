import { troubles } from '../accounts/attention';
import { type Stake, scheduledTimes, stakeOf, type TimesByAccount } from '../accounts/stake';
import { isChecked } from '../monitor/freshness';
import type { Watched } from '../monitor/watched';
import { type AccountRow, rowOf, type StatusWord } from './account-row';
import { compareNames } from './compare-names';
import { withTwins } from './twins';

/**
 * The rows of every account: those that need attention first, among them those with posts at stake,
 * the soonest first, and then the worst first.
 */
export function accountRows(watched: Watched, now: number): AccountRow[] {
  const rows = watched.connections.flatMap((connection) => {
    const { service, label: connectionLabel, paused: isPaused } = connection.connection;
    const atStake = connection.stake && scheduledTimes(connection.stake);
    return connection.targets.flatMap((target) =>
      (watched.accounts.get(target.id) ?? []).map((account) => {
        const context = {
          service,
          connectionLabel,
          isPaused,
          profileName: target.profile?.name,
          isChecked: isChecked(account, connection, target, watched.settings, now),
          listedAt: target.state.goodAt,
        };
        return withStake(rowOf(account, context, now), atStake, now);
      }),
    );
  });
  return withTwins(rows).sort(byUrgency);
}

function withStake(row: AccountRow, atStake: TimesByAccount | undefined, now: number): AccountRow {
  const stake = row.inTrouble ? stakeOf(atStake?.get(row.id), now) : undefined;
  return stake ? { ...row, stake } : row;
}

function byUrgency(a: AccountRow, b: AccountRow): number {
  const urgency =
    Number(b.needsAttention) - Number(a.needsAttention) ||
    Number(a.isChecked) - Number(b.isChecked) ||
    Number(b.inTrouble) - Number(a.inTrouble) ||
    bySoonest(a.stake, b.stake) ||
    rank(a.word) - rank(b.word);
  if (urgency !== 0) return urgency;
  if (a.inTrouble && a.since !== b.since) return (b.since ?? 0) - (a.since ?? 0);
  return compareNames(a.label, b.label);
}

/** What is lost first comes first, whatever the trouble. */
function bySoonest(a: Stake | undefined, b: Stake | undefined): number {
  if (!a || !b) return Number(b !== undefined) - Number(a !== undefined);
  return a.nextAt - b.nextAt;
}

function rank(word: StatusWord): number {
  switch (word) {
    case 'active':
    case 'connected':
    case 'not-checked':
      return troubles.length;
    default:
      return troubles.indexOf(word);
  }
}
