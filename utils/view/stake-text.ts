import { i18n } from '#i18n';
import type { Stake } from '../accounts/stake';
import { comingTime } from './relative-time';

/** What an account would miss: "4 posts at risk, next today 14:30". `now`: ms since the epoch. */
export function stakeText({ posts, nextAt }: Stake, now: number): string {
  return i18n.t('account.atStake', posts, [posts, comingTime(nextAt, now)]);
}
