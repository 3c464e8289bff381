import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { separated } from '@/components/separated';
import { Time } from '@/components/Time';
import { useConfirm } from '@/components/use-confirm';
import type { ConnectionAction } from '@/utils/options/act-on-connection';
import type { ConnectionView } from '@/utils/options/connection-view';
import { plural } from '@/utils/text/language';
import { problemText } from '@/utils/text/problem-text';
import { postsText } from '@/utils/view/account/posts-text';
import type { Question } from '@/utils/view/confirm';
import { useFocusBack } from './use-focus-back';

interface Props {
  view: ConnectionView;
  now: number;
  /** The form above is editing it. */
  isEdited: boolean;
  onAction: (action: ConnectionAction | 'edit', view: ConnectionView) => void;
}

/** A connection and the state of its checks. */
export function ConnectionItem({ view, now, isEdited, onAction }: Props) {
  const [question, confirm] = useConfirm();
  const editButton = useFocusBack<HTMLButtonElement>(!isEdited);
  const remove = async () => {
    if (await confirm(removal(view))) onAction('remove', view);
  };
  const aboutPosts = view.posts ? postsText(view.service, view.posts, now) : '';
  return (
    <li class="card connection">
      <div class="connection-head">
        <h3 dir="auto">{view.label}</h3> <span>{view.serviceName}</span>{' '}
        {view.keyHint && <code dir="ltr">…{view.keyHint}</code>}
        {view.managed && <span class="tag">{i18n.t('options.managed')}</span>}
        {view.paused && <span class="tag">{i18n.t('options.connections.paused')}</span>}
      </div>
      <Facts view={view} now={now} />
      {view.problem && <p class="problem">{problemText(view, view.problem, now)}</p>}
      {view.doubt && (
        <p class="problem">
          {i18n.t('popup.doubted', {
            service: view.serviceName,
            listed: String(view.doubt.listed),
            of: String(view.doubt.of),
          })}
        </p>
      )}
      {view.profilesProblem && (
        <p class="problem">
          {i18n.t('options.connections.profilesProblem')}{' '}
          {problemText(view, view.profilesProblem, now)}
        </p>
      )}
      {view.unreadable > 0 && (
        <p class="problem">{plural('problem.unreadableEntries', view.unreadable)}</p>
      )}
      {view.overlaps.map(({ id, label, accounts }) => (
        <p key={id} class="hint">
          {plural('options.connections.overlap', accounts, label)}
        </p>
      ))}
      {aboutPosts && <p class="problem">{aboutPosts}</p>}
      <div class="actions">
        <button
          type="button"
          class="button quiet"
          aria-busy={view.busy}
          disabled={view.paused}
          onClick={() => onAction('check', view)}
        >
          {i18n.t('options.connections.check')}
        </button>
        {!view.managed && (
          <button
            ref={editButton}
            type="button"
            class="button quiet"
            onClick={() => onAction('edit', view)}
          >
            {i18n.t('options.connections.edit')}
          </button>
        )}
        <button type="button" class="button quiet" onClick={() => onAction('pause', view)}>
          {view.paused ? i18n.t('options.connections.resume') : i18n.t('options.connections.pause')}
        </button>
        {!view.managed && (
          <button type="button" class="button quiet" onClick={() => void remove()}>
            {i18n.t('options.connections.remove')}
          </button>
        )}
      </div>
      {question}
    </li>
  );
}

function Facts({ view, now }: { view: ConnectionView; now: number }) {
  const parts: ComponentChildren[] = [
    view.profiles !== undefined && plural('options.connections.profiles', view.profiles),
    plural('options.connections.accounts', view.accounts),
    view.attention > 0 && <b class="bad">{plural('popup.heading.attention', view.attention)}</b>,
    view.notChecked > 0 && plural('popup.notChecked', view.notChecked),
    view.lastCheckAt === undefined ? (
      i18n.t('options.connections.never')
    ) : (
      <Time
        at={view.lastCheckAt}
        now={now}
        inText={(time) => i18n.t('options.connections.lastCheck', [time])}
      />
    ),
    view.nextCheckAt !== undefined && (
      <Time
        at={Math.max(now + 1, view.nextCheckAt)}
        now={now}
        inText={(time) => i18n.t('options.connections.nextCheck', [time])}
      />
    ),
    view.reads && (
      <span title={i18n.t('options.connections.readsWhy', [view.reads.limit, view.serviceName])}>
        {i18n.t('options.connections.reads', [view.reads.used, view.reads.limit])}
      </span>
    ),
  ];
  return <p class="facts">{separated(parts)}</p>;
}

function removal({ label, serviceName }: ConnectionView): Question {
  return {
    title: i18n.t('options.connections.removeTitle', [label]),
    text: i18n.t('options.connections.removeText', [serviceName]),
    yes: i18n.t('options.connections.remove'),
    no: i18n.t('options.connections.keep'),
    isDangerous: true,
  };
}
