import { troubles } from '../accounts/attention';
import { type Stake, scheduledTimes, stakeOf, type TimesByAccount } from '../accounts/stake';
import { activeConnections, type Watched } from '../monitor/watched';
import { type AccountRow, rowOf, type StatusWord } from './account-row';
import { compareNames } from './compare-names';
import { withTwins } from './twins';

/**
 * The rows of every connection that is not paused: those that need attention first, among them
 * those with posts at stake, the soonest first, and then the worst first.
 */
export function accountRows(watched: Watched, now: number): AccountRow[] {
  const rows = activeConnections(watched).flatMap(({ connection, targets, stake }) => {
    const atStake = stake && scheduledTimes(stake);
    return targets.flatMap(({ id, profile }) =>
      (watched.accounts.get(id) ?? []).map((account) => {
        const { service, label } = connection;
        return withStake(rowOf(account, service, label, profile?.name, now), atStake, now);
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
  if (word === 'active' || word === 'connected') return troubles.length;
  return troubles.indexOf(word);
}
