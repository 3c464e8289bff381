import { i18n } from '#i18n';
import { postsAtRiskText } from '../../text/posts-at-risk-text';
import type { AccountRow, DisplayStatus, OtherService } from './account-row';

/** Statuses that don't explain themselves. */
const unclear: readonly DisplayStatus[] = [
  'cannot-post',
  'will-expire',
  'posts-failing',
  'unknown',
];

/** True where a row has an extra line to explain its status. */
export function hasNote({ atRisk, otherServices, inTrouble, status, losses }: AccountRow): boolean {
  if (losses !== undefined) return true;
  return (
    inTrouble && (atRisk !== undefined || worksElsewhere(otherServices) || unclear.includes(status))
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
    reasonText(status, row.reportedStatus),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Why an account doesn't work; empty where its status says so. */
function reasonText(status: DisplayStatus, reportedStatus: string | undefined): string {
  switch (status) {
    case 'cannot-post':
      return i18n.t('account.why.cannotPost');
    case 'will-expire':
      return i18n.t('account.why.willExpire');
    case 'posts-failing':
      return i18n.t('account.why.postsFailing');
    case 'unknown':
      return reportedStatus ? i18n.t('account.why.unknown', [reportedStatus]) : '';
    case 'active':
    case 'connected':
    case 'not-checked':
    case 'expired':
    case 'revoked':
    case 'unlisted':
      return '';
  }
}

function worksElsewhere(otherServices: AccountRow['otherServices'] = []): boolean {
  return otherServices.some(isConnected);
}

function isConnected({ inTrouble, status }: OtherService): boolean {
  return !inTrouble && status !== 'not-checked';
}
