import { i18n } from '#i18n';
import { plural, sentences } from '../language';
import type { StakeState } from '../monitor/stake-state';
import { type ServiceId, services } from '../services/registry';
import { problemText } from './problem-text';

/**
 * Why posts of a connection are not read, or not all of them; empty where they are. `now`: ms
 * since the epoch.
 */
export function postsText(service: ServiceId, stake: StakeState, now: number): string {
  const { off, problem, unreadable } = stake;
  if (off) return sentences(offText(services[service].name, off), i18n.t('posts.off.again'));
  if (problem) return i18n.t('posts.problem', [problemText({ service }, problem.error, now)]);
  return unreadable > 0 ? plural('posts.unreadable', unreadable) : '';
}

function offText(service: string, off: NonNullable<StakeState['off']>): string {
  switch (off.reason) {
    case 'not-offered':
      return i18n.t('posts.off.notOffered', [service]);
    case 'shape':
      return i18n.t('posts.off.shape', [service]);
    case 'unknown-word':
      return i18n.t('posts.off.unknownWord', [service, off.word]);
    case 'too-many':
      return i18n.t('posts.off.tooMany', [service]);
  }
}
