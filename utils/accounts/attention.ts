import type { Account, Mute } from './account';
import type { Condition, Trouble } from './trouble';

/**
 * The scopes an account needs, for platforms that report them: without `toPost` nothing can be
 * published; without `toStay` the token can't be refreshed and will expire.
 * https://docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code
 */
const neededScopes: ReadonlyMap<string, { toPost: string; toStay: string }> = new Map([
  ['twitter', { toPost: 'tweet.write', toStay: 'offline.access' }],
]);

type Judged = Pick<Account, 'status' | 'platform' | 'scopes' | 'failedPosts'>;

/** Decides whether an account works. Muting doesn't matter here. */
export function conditionOf(account: Judged): Condition {
  if (account.status !== 'active') return account.status;
  const needed = neededScopes.get(account.platform);
  const lacks = (scope: string) => account.scopes?.includes(scope) === false;
  if (needed && lacks(needed.toPost)) return 'cannot-post';
  if (account.failedPosts !== undefined) return 'posts-failing';
  return needed && lacks(needed.toStay) ? 'will-expire' : 'working';
}

/** True where an account has no trouble, whether the service reported it or we concluded it. */
export function isWorking(account: Judged): boolean {
  return conditionOf(account) === 'working';
}

/** True where an account can publish now, even if not for long. */
export function canPost(account: Judged): boolean {
  return isWorking(account) || conditionOf(account) === 'will-expire';
}

/** Why an account needs a person at `now` (ms); `undefined` where it works or is muted. */
export function attentionOf(account: Account, now: number): Trouble | undefined {
  const condition = conditionOf(account);
  return condition === 'working' || isMuted(account.mute, now) ? undefined : condition;
}

/**
 * True while a mute holds at `now` (ms). A mute "until reconnected" is removed by `afterChange`.
 */
export function isMuted(mute: Mute | undefined, now: number): boolean {
  return mute !== undefined && (mute.until !== 'time' || now < mute.at);
}
