import type { Account } from '../accounts/account';
import { attentionOf, isMuted, isWorking } from '../accounts/attention';
import type { Watched } from '../monitor/watched';
import { kindOf, type Notice } from './notice';

type OfAccount = Exclude<Notice, { kind: 'refused' }>;

/**
 * What of the notices that waited, maybe for a night, is still to be told at `now` (ms): of each
 * account and key the last word, where it still holds. Nothing where all is as it was before.
 */
export function stillNews(
  waiting: readonly Notice[],
  { connections, accounts, settings }: Watched,
  now: number,
): Notice[] {
  const watching = connections.filter(({ connection }) => !connection.paused);
  const targets = watching.flatMap((connection) => connection.targets);
  const known = new Map(
    targets
      .flatMap(({ id }) => accounts.get(id) ?? [])
      .map((account): [string, Account] => [account.key, account]),
  );
  const refused = new Set(
    watching.flatMap(({ connection, state }) =>
      state.refusedSince === undefined ? [] : connection.id,
    ),
  );
  const first = new Map(waiting.toReversed().map((notice) => [subjectOf(notice), notice]));
  const last = new Map(waiting.map((notice) => [subjectOf(notice), notice]));

  return waiting.filter((notice) => {
    if (!settings.notify[kindOf(notice)] || last.get(subjectOf(notice)) !== notice) return false;
    if (notice.kind === 'refused') return refused.has(notice.connectionId);
    const account = known.get(notice.account);
    return account && holds(notice, account, now) && !isBackFrom(first.get(notice.account), notice);
  });
}

/** Keys and accounts have ids of different forms. */
function subjectOf(notice: Notice): string {
  return notice.kind === 'refused' ? notice.connectionId : notice.account;
}

function holds(notice: OfAccount, account: Account, now: number): boolean {
  return notice.kind === 'trouble'
    ? attentionOf(account, now) === notice.trouble
    : isWorking(account) && !isMuted(account.mute, now);
}

/** True where an account works again that stopped working while the notices waited. */
function isBackFrom(first: Notice | undefined, notice: OfAccount): boolean {
  return notice.kind === 'recovery' && first?.kind === 'trouble' && first.from === undefined;
}
