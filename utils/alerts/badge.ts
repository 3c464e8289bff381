import { attentionOf, isWorking } from '../accounts/attention';
import {
  accountsOf,
  activeConnections,
  connectionProblem,
  isOld,
  type StorageProblem,
  type Watched,
} from '../monitor/watched';
import type { ServiceError } from '../services/result';

/** What the toolbar says: how many accounts need attention, else whether checks themselves fail. */
export type Badge =
  | { kind: 'attention'; count: number }
  | { kind: 'storage-problem'; problem: StorageProblem }
  | { kind: 'cannot-check' }
  | { kind: 'well'; count: number }
  | { kind: 'empty' };

const shownAtMost = 99;
/** What no later check mends by itself. */
const needsPerson: readonly ServiceError['kind'][] = ['refused', 'no-key', 'no-permission'];

/** The badge for a state at `now` (ms). Paused connections do not count. */
export function badgeOf(watched: Watched, now: number): Badge {
  const { settings, storageProblem } = watched;
  const active = activeConnections(watched);
  const accounts = active.flatMap((connection) => accountsOf(watched, connection));
  const count = accounts.filter((account) => attentionOf(account, now) !== undefined).length;
  if (count > 0) return { kind: 'attention', count };
  // Said also where no connection is left: it may be they that could not be read.
  if (storageProblem) return { kind: 'storage-problem', problem: storageProblem };
  if (active.length === 0) return { kind: 'empty' };

  const blind = active.some((connection) => {
    const problem = connectionProblem(connection)?.kind;
    return (problem && needsPerson.includes(problem)) || isOld(connection, settings, now);
  });
  return blind
    ? { kind: 'cannot-check' }
    : { kind: 'well', count: accounts.filter(isWorking).length };
}

/** The few characters that fit on the icon. */
export function badgeText(badge: Badge): string {
  if (badge.kind === 'cannot-check' || badge.kind === 'storage-problem') return '!';
  if (badge.kind !== 'attention') return '';
  return badge.count > shownAtMost ? `${shownAtMost}+` : String(badge.count);
}
