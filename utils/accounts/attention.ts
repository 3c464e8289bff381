import type { Account, Mute } from './account';

/** Why an account does not work, the worst first. */
export const troubles = [
  'expired',
  'revoked',
  'unlisted',
  'cannot-post',
  'posts-failing',
  'will-expire',
  'unknown',
] as const;
export type Trouble = (typeof troubles)[number];

/** True where an account may go on for a while: it is to end by itself, or cannot be judged. */
export function isWarning(trouble: Trouble): boolean {
  return trouble === 'will-expire' || trouble === 'unknown';
}

/** What an account's state comes to: it works, or one reason why not. */
export type Condition = 'working' | Trouble;

/**
 * What has to be granted, for platforms that say what was: without `toPost` nothing can be
 * published; without `toStay` access cannot be refreshed, and ends by itself.
 * https://docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code
 */
const neededScopes: ReadonlyMap<string, { toPost: string; toStay: string }> = new Map([
  ['twitter', { toPost: 'tweet.write', toStay: 'offline.access' }],
]);

type Judged = Pick<Account, 'status' | 'platform' | 'scopes' | 'failedPosts'>;

/** Decides whether an account works; muting plays no part here. */
export function conditionOf(account: Judged): Condition {
  if (account.status !== 'active') return account.status;
  const needed = neededScopes.get(account.platform);
  const lacks = (scope: string) => account.scopes?.includes(scope) === false;
  if (needed && lacks(needed.toPost)) return 'cannot-post';
  if (account.failedPosts !== undefined) return 'posts-failing';
  return needed && lacks(needed.toStay) ? 'will-expire' : 'working';
}

/** True where nothing is wrong with an account, as far as its service tells. */
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

/** True while a mute holds at `now` (ms). A mute "until it works" is taken off by reconcile. */
export function isMuted(mute: Mute | undefined, now: number): boolean {
  return mute !== undefined && (mute.until !== 'time' || now < mute.at);
}
