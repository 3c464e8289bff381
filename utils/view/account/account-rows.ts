import { type Gap, gapsOfTarget } from '../../accounts/history/watch-gaps';
import {
  type PostsAtRisk,
  type PostTimes,
  postsAtRisk,
  scheduledTimes,
} from '../../accounts/posts-at-risk';
import { troubles } from '../../accounts/trouble';
import { isChecked } from '../../schedule/freshness';
import { type AppState, dataLifetimeMs, type MonitoredTarget } from '../../state/app-state';
import { eachAccountOnce } from '../../state/overlaps';
import { compareNames } from '../../text/compare-names';
import { type AccountRow, type DisplayStatus, rowOf } from './account-row';
import { withOtherServices } from './other-services';

/**
 * The rows of every account: those that need attention first, among them those that miss a post
 * soonest, and then the worst first.
 */
export function accountRows(appState: AppState, now: number): AccountRow[] {
  const { accounts } = eachAccountOnce(appState);
  const rows = appState.connections.flatMap((monitored) => {
    const { connection, posts } = monitored;
    const scheduledPosts = posts && scheduledTimes(posts.scheduled);
    return monitored.targets.flatMap((target) => {
      const gaps = gapsOf(appState, connection.id, target, now);
      return (accounts.get(target.id) ?? []).map((account) => {
        const context = {
          connection,
          clients: appState.clients,
          profileName: target.profile?.name,
          isChecked: isChecked(account, monitored, target, appState.settings, now),
          listedAt: target.state.listedAt,
          gaps,
        };
        return withPostsAtRisk(rowOf(account, context, now), scheduledPosts, now);
      });
    });
  });
  return withOtherServices(rows).sort(byUrgency);
}

/** A target's gaps, with the one that goes on: its last listing is too old. */
function gapsOf(
  { watchGaps, settings }: AppState,
  connectionId: string,
  { id, state: { listedAt } }: MonitoredTarget,
  now: number,
): Gap[] {
  const isOpen = listedAt !== undefined && now - listedAt > dataLifetimeMs(settings);
  const open = { connection: connectionId, from: listedAt ?? now, to: Number.MAX_SAFE_INTEGER };
  return gapsOfTarget(isOpen ? [...watchGaps, open] : watchGaps, connectionId, id);
}

function withPostsAtRisk(
  row: AccountRow,
  scheduledPosts: PostTimes | undefined,
  now: number,
): AccountRow {
  const atRisk = row.inTrouble ? postsAtRisk(scheduledPosts?.get(row.id), now) : undefined;
  return atRisk ? { ...row, atRisk } : row;
}

function byUrgency(a: AccountRow, b: AccountRow): number {
  const urgency =
    Number(b.needsAttention) - Number(a.needsAttention) ||
    Number(a.isChecked) - Number(b.isChecked) ||
    Number(b.inTrouble) - Number(a.inTrouble) ||
    bySoonest(a.atRisk, b.atRisk) ||
    rank(a.status) - rank(b.status);
  if (urgency !== 0) return urgency;
  if (a.inTrouble && a.since !== b.since) return (b.since ?? 0) - (a.since ?? 0);
  return compareNames(a.label, b.label);
}

/** Accounts that miss a post soonest come first, whatever their trouble. */
function bySoonest(a: PostsAtRisk | undefined, b: PostsAtRisk | undefined): number {
  if (!a || !b) return Number(b !== undefined) - Number(a !== undefined);
  return a.nextAt - b.nextAt;
}

function rank(status: DisplayStatus): number {
  switch (status) {
    case 'active':
    case 'connected':
    case 'not-checked':
      return troubles.length;
    default:
      return troubles.indexOf(status);
  }
}
