import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ConnectionAction, Saved } from '@/utils/options/act-on-connection';
import type { ConnectionEntry } from '@/utils/options/connection-entry';
import type { ConnectionView } from '@/utils/options/connection-view';
import { serviceIds } from '@/utils/services/registry';
import { plural } from '@/utils/text/language';
import { problemText } from '@/utils/text/problem-text';
import { serviceNames } from '@/utils/text/service-names';
import { ConnectionDialog } from './ConnectionDialog';
import { ConnectionForm } from './ConnectionForm';
import { ConnectionItem } from './ConnectionItem';
import { useFocusIfLost } from './use-focus-if-lost';

interface Props {
  connections: readonly ConnectionView[];
  /** Parts of the organization's policy that couldn't be read. */
  unreadablePolicy: readonly string[];
  /** The toolbar icon is hidden, and so is its badge. */
  isHidden: boolean;
  now: number;
  editingId: string | undefined;
  /** The service that a first connection is for, if that is known. */
  addTo: string | undefined;
  onEdit: (connectionId: string | undefined) => void;
  onSave: (entry: ConnectionEntry, editingId: string | undefined) => Promise<Saved>;
  onAction: (action: ConnectionAction, view: ConnectionView) => void;
}

/** The connections, and the form to add or edit one. */
export function ConnectionsView(props: Props) {
  const { connections, unreadablePolicy, isHidden, now } = props;
  const { editingId, addTo, onEdit, onSave, onAction } = props;
  const [adding, setAdding] = useState(false);
  const [saved, setSaved] = useState<Saved>();
  const editing = connections.find(({ id, managed }) => id === editingId && !managed);
  const sameKeyAs =
    saved?.ok === false
      ? connections.find(({ id, managed }) => id === saved.sameKeyAs && !managed)
      : undefined;
  const title = useFocusIfLost<HTMLHeadingElement>(connections.length);

  const open = (connectionId?: string) => {
    setSaved(undefined);
    setAdding(connectionId === undefined);
    onEdit(connectionId);
  };
  const service = serviceIds.find((id) => id === addTo);
  const form = {
    title: editing ? i18n.t('options.form.edit', [editing.label]) : i18n.t('options.form.add'),
    ...(editing && { editing }),
    ...(sameKeyAs && { sameKeyAs }),
    result: saved?.ok === false ? saved.text : '',
    onSave: async (entry: ConnectionEntry) => {
      setSaved(undefined);
      const outcome = await onSave(entry, editing?.id);
      setSaved(outcome);
      return outcome;
    },
    onEdit: open,
  };
  return (
    <>
      <div class="view-head">
        <h2 ref={title} id="connections-title" tabIndex={-1}>
          {i18n.t('options.connections.title')}
        </h2>
        {connections.length > 0 && (
          <button type="button" class="button" onClick={() => open()}>
            {i18n.t('options.connections.add')}
          </button>
        )}
      </div>
      <p role="status" class="form-result">
        {saved?.ok ? savedText(saved, connections, now) : ''}
      </p>
      {unreadablePolicy.length > 0 && (
        <p class="problem">{i18n.t('options.unreadablePolicy', [unreadablePolicy.join(', ')])}</p>
      )}
      {connections.length === 0 && !saved?.ok && (
        <div class="first-run">
          <FirstSteps />
          <ConnectionForm key={service} {...form} {...(service && { service })} />
        </div>
      )}
      {isHidden && connections.length > 0 && <p class="pin">{i18n.t('options.pin')}</p>}
      <ul class="connections" aria-labelledby="connections-title">
        {connections.map((view) => (
          <ConnectionItem
            key={view.id}
            view={view}
            now={now}
            onAction={(action) => (action === 'edit' ? open(view.id) : onAction(action, view))}
          />
        ))}
      </ul>
      {(editing || (adding && connections.length > 0)) && (
        <ConnectionDialog
          key={editing?.id ?? 'add'}
          {...form}
          onClosed={() => {
            setAdding(false);
            onEdit(undefined);
          }}
        />
      )}
    </>
  );
}

function FirstSteps() {
  return (
    <section class="steps" aria-labelledby="steps-title">
      <h2 id="steps-title">{i18n.t('options.steps.title')}</h2>
      <ol>
        <li>{i18n.t('options.steps.first', [serviceNames('or')])}</li>
        <li>{i18n.t('options.steps.second')}</li>
      </ol>
    </section>
  );
}

/** Recomputed on each change, because accounts are found after saving. */
function savedText(saved: Saved, connections: readonly ConnectionView[], now: number): string {
  if (!saved.ok) return saved.text;
  const view = connections.find(({ id }) => id === saved.connectionId);
  if (!view || view.pending > 0) return i18n.t('options.form.saved.checking');
  if (view.problem) return problemText(view, view.problem, now);
  if (view.accounts === 0) return i18n.t('options.form.saved.none');
  if (view.profiles === undefined) return plural('options.form.saved.accounts', view.accounts);
  const accounts = plural('options.connections.accounts', view.accounts);
  return plural('options.form.saved.profiles', view.profiles, accounts);
}
