import { attentionOf, isWorking } from '../accounts/attention';
import { connectionProblem, isOld, type Watched } from '../monitor/watched';
import type { ServiceError } from '../services/result';

/** What the toolbar says: how many accounts need attention, else whether checks themselves fail. */
export type Badge =
  | { kind: 'attention'; count: number }
  | { kind: 'cannot-check' }
  | { kind: 'well'; count: number }
  | { kind: 'empty' };

const shownAtMost = 99;
/** What no later check mends by itself. */
const needsPerson: readonly ServiceError['kind'][] = ['refused', 'no-key', 'no-permission'];

/** The badge for a state at `now` (ms). Paused connections do not count. */
export function badgeOf({ connections, settings, accounts }: Watched, now: number): Badge {
  const watched = connections.filter(({ connection }) => !connection.paused);
  if (watched.length === 0) return { kind: 'empty' };

  const watching = watched.flatMap(({ targets }) =>
    targets.flatMap(({ id }) => accounts.get(id) ?? []),
  );
  const count = watching.filter((account) => attentionOf(account, now) !== undefined).length;
  if (count > 0) return { kind: 'attention', count };

  const blind = watched.some((connection) => {
    const problem = connectionProblem(connection)?.kind;
    return (problem && needsPerson.includes(problem)) || isOld(connection, settings, now);
  });
  return blind
    ? { kind: 'cannot-check' }
    : { kind: 'well', count: watching.filter(isWorking).length };
}

/** The few characters that fit on the icon. */
export function badgeText(badge: Badge): string {
  if (badge.kind === 'cannot-check') return '!';
  if (badge.kind !== 'attention') return '';
  return badge.count > shownAtMost ? `${shownAtMost}+` : String(badge.count);
}
