import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { IconButton } from '@/components/IconButton';
import { Menu } from '@/components/Menu';
import { separated } from '@/components/separated';
import { Time } from '@/components/Time';
import { useConfirm } from '@/components/use-confirm';
import type { ConnectionAction } from '@/utils/options/act-on-connection';
import type { ConnectionView } from '@/utils/options/connection-view';
import { hashOf } from '@/utils/route';
import { services } from '@/utils/services/registry';
import { plural } from '@/utils/text/language';
import type { Question } from '@/utils/view/confirm';
import Pause from '~icons/lucide/circle-pause';
import Play from '~icons/lucide/circle-play';
import Pencil from '~icons/lucide/pencil';
import Trash from '~icons/lucide/trash';
import { ConnectionProblems } from './ConnectionProblems';
import { ServiceMark } from './ServiceMark';

interface Props {
  view: ConnectionView;
  now: number;
  onAction: (action: ConnectionAction | 'edit', view: ConnectionView) => void;
}

/** A connection and the state of its checks. */
export function ConnectionItem({ view, now, onAction }: Props) {
  const [question, confirm] = useConfirm();
  const remove = async () => {
    if (await confirm(removal(view))) onAction('remove', view);
  };
  return (
    <li class="card connection">
      <ServiceMark name={view.serviceName} />
      <div class="connection-head">
        <h3 dir="auto">{view.label}</h3>{' '}
        <span>
          {separated([
            view.serviceName,
            view.keyHint && i18n.t('options.connections.keyEnding', [view.keyHint]),
          ])}
        </span>
        {view.managed && <span class="tag">{i18n.t('options.managed')}</span>}
        {view.paused && <span class="tag">{i18n.t('options.connections.paused')}</span>}
      </div>
      <Facts view={view} now={now} />
      <ConnectionProblems view={view} now={now} onAction={onAction} />
      <div class="connection-actions">
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
          <IconButton
            label={i18n.t('options.connections.edit')}
            onClick={() => onAction('edit', view)}
          >
            <Pencil />
          </IconButton>
        )}
        <IconButton
          label={
            view.paused ? i18n.t('options.connections.resume') : i18n.t('options.connections.pause')
          }
          onClick={() => onAction('pause', view)}
        >
          {view.paused ? <Play /> : <Pause />}
        </IconButton>
        {!view.managed && (
          <IconButton label={i18n.t('options.connections.remove')} onClick={() => void remove()}>
            <Trash />
          </IconButton>
        )}
        <Menu
          label={i18n.t('account.more', [view.label])}
          entriesOf={() => [
            {
              label: i18n.t('options.connections.showAccounts'),
              act: () => location.assign(hashOf({ view: 'accounts', search: view.label })),
            },
            {
              label: i18n.t('account.openNamed', [view.serviceName]),
              act: () => window.open(services[view.service].dashboardUrl, '_blank', 'noreferrer'),
            },
          ]}
        />
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
    view.notChecked > 0 && <b class="warn">{plural('popup.notChecked', view.notChecked)}</b>,
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
    view.reads && <Reads reads={view.reads} serviceName={view.serviceName} />,
  ];
  return <p class="facts">{separated(parts)}</p>;
}

interface ReadsProps {
  reads: { used: number; limit: number };
  serviceName: string;
}

function Reads({ reads: { used, limit }, serviceName }: ReadsProps) {
  return (
    <span class="reads" title={i18n.t('options.connections.readsWhy', [limit, serviceName])}>
      <meter aria-hidden="true" value={used} max={limit} />{' '}
      {i18n.t('options.connections.reads', [used, limit])}
    </span>
  );
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
