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

/** Texts that need only the service's name. */
const plainTexts = {
  refused: 'problem.refused',
  'refused-once': 'problem.refusedOnce',
  'payment-required': 'problem.paymentRequired',
  'no-permission': 'problem.noPermission',
  'profile-unknown': 'problem.profileUnknown',
  'bad-request': 'problem.badRequest',
  network: 'problem.network',
  timeout: 'problem.timeout',
} as const;

const unreadableTexts = {
  html: 'problem.unreadable.html',
  redirect: 'problem.unreadable.redirect',
  json: 'problem.unreadable.json',
  shape: 'problem.unreadable.shape',
  empty: 'problem.unreadable.empty',
  'too-large': 'problem.unreadable.tooLarge',
} as const;

function whatIsWrong(name: string, problem: ServiceError, now: number): string {
  switch (problem.kind) {
    case 'blocked':
      return i18n.t('problem.blocked', [name, problem.status]);
    case 'moved':
      return i18n.t('problem.moved', [name, problem.status]);
    case 'server':
      return i18n.t('problem.server', [name, problem.status]);
    case 'no-key':
      if (problem.lostBy === undefined) return i18n.t('problem.noKey', [name]);
      return sentences(i18n.t('problem.keyLost', [name]), keyLossText(problem.lostBy));
    case 'rate-limited':
      return i18n.t('problem.rateLimited', [name, timeInWords(Math.max(problem.until, now), now)]);
    case 'unreadable':
      return i18n.t(unreadableTexts[problem.reason], [name]);
    case 'offline':
      return i18n.t('problem.offline');
    default:
      return i18n.t(plainTexts[problem.kind], [name]);
  }
}

/** How a key that was only kept until the browser closed was lost, as a sentence. */
export function keyLossText(lostBy: KeyLoss): string {
  return lostBy === 'updated' ? i18n.t('problem.lostByUpdate') : i18n.t('problem.lostByClosing');
}
