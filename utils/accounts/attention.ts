import type { Account, Mute } from './account';

/** Why an account does not work, the worst first. */
export const troubles = [
  'expired',
  'revoked',
  'unlisted',
  'cannot-post',
  'posts-failing',
  'unknown',
] as const;
export type Trouble = (typeof troubles)[number];

/** What an account's state comes to: it works, or one reason why not. */
export type Condition = 'working' | Trouble;

/** Scopes without which nothing can be published, for platforms that say what was granted. */
const scopesToPost: ReadonlyMap<string, string> = new Map([['twitter', 'tweet.write']]);

type Judged = Pick<Account, 'status' | 'platform' | 'scopes' | 'failedPosts'>;

/** Decides whether an account works; muting plays no part here. */
export function conditionOf(account: Judged): Condition {
  if (account.status !== 'active') return account.status;
  const needed = scopesToPost.get(account.platform);
  const granted = needed === undefined || account.scopes?.includes(needed) !== false;
  if (!granted) return 'cannot-post';
  return account.failedPosts === undefined ? 'working' : 'posts-failing';
}

/** True where an account can publish, as far as its service tells. */
export function isWorking(account: Judged): boolean {
  return conditionOf(account) === 'working';
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
