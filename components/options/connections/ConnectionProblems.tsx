import { i18n } from '#i18n';
import type { ConnectionView } from '@/utils/options/connection-view';
import { plural } from '@/utils/text/language';
import { postsText } from '@/utils/text/posts-text';
import { problemText } from '@/utils/text/problem-text';

interface Props {
  view: ConnectionView;
  now: number;
  onAction: (action: 'edit', view: ConnectionView) => void;
}

/** What is wrong with a connection's checks, the worst first. */
export function ConnectionProblems({ view, now, onAction }: Props) {
  const { problem, doubt, profilesProblem } = view;
  const aboutPosts = view.posts ? postsText(view.service, view.posts, now) : '';
  const needsKey = problem?.kind === 'refused' || problem?.kind === 'no-key';
  return (
    <>
      {problem && (
        <p class="problem">
          {problemText(view, problem, now)}
          {needsKey && !view.managed && (
            <>
              {' '}
              <button type="button" class="link-button" onClick={() => onAction('edit', view)}>
                {i18n.t('popup.fix.key')}
              </button>
            </>
          )}
        </p>
      )}
      {doubt && (
        <p class="problem">
          {i18n.t('popup.doubted', {
            service: view.serviceName,
            listed: String(doubt.listed),
            of: String(doubt.of),
          })}
        </p>
      )}
      {profilesProblem && (
        <p class="problem">
          {i18n.t('options.connections.profilesProblem')} {problemText(view, profilesProblem, now)}
        </p>
      )}
      {view.unreadable > 0 && (
        <p class="problem">{plural('problem.unreadableEntries', view.unreadable)}</p>
      )}
      {aboutPosts && <p class="problem">{aboutPosts}</p>}
      {view.overlaps.map(({ id, label, accounts }) => (
        <p key={id} class="hint">
          {plural('options.connections.overlap', accounts, label)}
        </p>
      ))}
    </>
  );
}
