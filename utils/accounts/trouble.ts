/** Why an account doesn't work, worst first. */
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

/** True where an account may still work for a while: it will expire, or its status is unknown. */
export function isWarning(trouble: Trouble): boolean {
  return trouble === 'will-expire' || trouble === 'unknown';
}

/** The account's state in one word: it works, or the reason why not. */
export type Condition = 'working' | Trouble;
