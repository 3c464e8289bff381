import { i18n } from '#i18n';
import { type ServiceId, services } from '../services/registry';
import type { KeyLoss, ServiceError } from '../services/result';
import { sentences } from './language';
import { timeInWords } from './relative-time';

/** The connection with the problem, which a policy may have set. */
interface ProblemContext {
  service: ServiceId;
  managed?: boolean;
}

/** What went wrong and who has to do what. `now`: ms since the epoch. */
export function problemText(
  { service, managed = false }: ProblemContext,
  problem: ServiceError,
  now: number,
): string {
  const { name } = services[service];
  if (!managed || !isForAdministrator(problem)) return whatIsWrong(name, problem, now);
  if (problem.kind === 'no-key') return i18n.t('problem.managedWithoutKey', [name]);
  return sentences(whatIsWrong(name, problem, now), i18n.t('problem.askAdministrator'));
}

/**
 * True for a problem that only the policy's administrator can fix, where a policy sets the
 * connection.
 */
export function isForAdministrator({ kind }: ServiceError): boolean {
  return ['refused', 'no-key', 'profile-unknown', 'bad-request'].includes(kind);
}

function whatIsWrong(name: string, problem: ServiceError, now: number): string {
  switch (problem.kind) {
    case 'refused':
      return i18n.t('problem.refused', [name]);
    case 'refused-once':
      return i18n.t('problem.refusedOnce', [name]);
    case 'blocked':
      return i18n.t('problem.blocked', [name, problem.status]);
    case 'payment-required':
      return i18n.t('problem.paymentRequired', [name]);
    case 'moved':
      return i18n.t('problem.moved', [name, problem.status]);
    case 'no-key':
      if (problem.lostBy === undefined) return i18n.t('problem.noKey', [name]);
      return sentences(i18n.t('problem.keyLost', [name]), keyLossText(problem.lostBy));
    case 'no-permission':
      return i18n.t('problem.noPermission', [name]);
    case 'profile-unknown':
      return i18n.t('problem.profileUnknown', [name]);
    case 'bad-request':
      return i18n.t('problem.badRequest', [name]);
    case 'rate-limited':
      return i18n.t('problem.rateLimited', [name, timeInWords(Math.max(problem.until, now), now)]);
    case 'server':
      return i18n.t('problem.server', [name, problem.status]);
    case 'network':
      return i18n.t('problem.network', [name]);
    case 'timeout':
      return i18n.t('problem.timeout', [name]);
    case 'unreadable':
      return unreadableText(name, problem.reason);
    case 'offline':
      return i18n.t('problem.offline');
  }
}

/** How a key that was only kept until the browser closed was lost, as a sentence. */
export function keyLossText(lostBy: KeyLoss): string {
  return lostBy === 'updated' ? i18n.t('problem.lostByUpdate') : i18n.t('problem.lostByClosing');
}

function unreadableText(
  name: string,
  reason: Extract<ServiceError, { kind: 'unreadable' }>['reason'],
): string {
  switch (reason) {
    case 'html':
      return i18n.t('problem.unreadable.html', [name]);
    case 'redirect':
      return i18n.t('problem.unreadable.redirect', [name]);
    case 'json':
      return i18n.t('problem.unreadable.json', [name]);
    case 'shape':
      return i18n.t('problem.unreadable.shape', [name]);
    case 'empty':
      return i18n.t('problem.unreadable.empty', [name]);
    case 'too-large':
      return i18n.t('problem.unreadable.tooLarge', [name]);
  }
}
