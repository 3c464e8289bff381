import type { PostsAtRisk } from '../accounts/posts-at-risk';
import { plural } from './language';
import { comingTime } from './relative-time';

/**
 * The posts an account would miss: "4 posts at risk, next today 14:30". `now`: ms since the epoch.
 */
export function postsAtRiskText({ posts, nextAt }: PostsAtRisk, now: number): string {
  return plural('account.atRisk', posts, comingTime(nextAt, now));
}
