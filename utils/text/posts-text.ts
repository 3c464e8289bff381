import { i18n } from '#i18n';
import { type ServiceId, services } from '../services/registry';
import type { PostsState } from '../state/posts-state';
import { plural, sentences } from './language';
import { problemText } from './problem-text';

/**
 * Why a connection's posts are not read, or only in part; empty where they are. `now`: ms since the
 * epoch.
 */
export function postsText(service: ServiceId, posts: PostsState, now: number): string {
  const { off, problem, unreadable } = posts;
  if (off) return sentences(offText(services[service].name, off), i18n.t('posts.off.again'));
  if (problem) return i18n.t('posts.problem', [problemText({ service }, problem.error, now)]);
  return unreadable > 0 ? plural('posts.unreadable', unreadable) : '';
}

const offTexts = {
  'not-offered': 'posts.off.notOffered',
  shape: 'posts.off.shape',
  'too-many': 'posts.off.tooMany',
} as const;

function offText(service: string, off: NonNullable<PostsState['off']>): string {
  if (off.reason === 'unknown-word') return i18n.t('posts.off.unknownWord', [service, off.word]);
  return i18n.t(offTexts[off.reason], [service]);
}
