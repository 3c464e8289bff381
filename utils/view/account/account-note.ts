import { i18n } from '#i18n';
import { postsAtRiskText } from '../../text/posts-at-risk-text';
import type { AccountRow, DisplayStatus, OtherService } from './account-row';

/** What explains the statuses that don't explain themselves. */
const reasons = new Map<DisplayStatus, (reported: string) => string>([
  ['cannot-post', () => i18n.t('account.why.cannotPost')],
  ['will-expire', () => i18n.t('account.why.willExpire')],
  ['posts-failing', () => i18n.t('account.why.postsFailing')],
  ['unknown', (reported) => reported && i18n.t('account.why.unknown', [reported])],
]);

/** True where a row has an extra line to explain its status. */
export function hasNote(row: AccountRow): boolean {
  const { atRisk, otherServices = [], inTrouble, status, losses } = row;
  if (losses !== undefined) return true;
  return (
    inTrouble && (atRisk !== undefined || otherServices.some(isConnected) || reasons.has(status))
  );
}

/**
 * The posts at risk, how often it stopped working, the service through which it still works, and
 * the reason. `now`: ms.
 */
export function noteText(
  { atRisk, losses, otherServices = [], status, ...row }: AccountRow,
  now: number,
): string {
  const working = otherServices.find(isConnected);
  return [
    atRisk && postsAtRiskText(atRisk, now),
    losses !== undefined && i18n.t('account.losses', [String(losses)]),
    row.inTrouble && working && i18n.t('account.worksThrough', [working.serviceName]),
    reasons.get(status)?.(row.reportedStatus ?? ''),
  ]
    .filter(Boolean)
    .join(' · ');
}

function isConnected({ inTrouble, status }: OtherService): boolean {
  return !inTrouble && status !== 'not-checked';
}
