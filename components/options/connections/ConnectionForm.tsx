import type { TargetedClipboardEvent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { keyFromPaste } from '@/utils/key-from-paste';
import type { Saved } from '@/utils/options/act-on-connection';
import { type ConnectionEntry, type Mistake, mistakeIn } from '@/utils/options/connection-entry';
import type { ConnectionView } from '@/utils/options/connection-view';
import { type ServiceId, serviceIds, services } from '@/utils/services/registry';
import type { ServiceInfo } from '@/utils/services/service';
import { longestLabel } from '@/utils/state/connection-fields';
import { sentences } from '@/utils/text/language';
import { AllOrSome } from '../AllOrSome';
import { Switch } from '../Switch';
import { TextField } from '../TextField';
import { ServiceChoice } from './ServiceChoice';

export interface ConnectionFormProps {
  title: string;
  /** The connection to edit; absent for a new one. */
  editing?: ConnectionView;
  /** The service of a new one, if the user has chosen it already. */
  service?: ServiceId;
  /** Why the last "Test and save" failed. */
  result: string;
  /** The connection that already has the entered key. */
  sameKeyAs?: ConnectionView;
  onSave: (entry: ConnectionEntry) => Promise<Saved>;
  onEdit: (connectionId: string) => void;
  /** Absent where the form is the page. */
  onCancel?: () => void;
}

/** Adds or edits a connection. A typed key stays in the field only until it is saved. */
export function ConnectionForm(props: ConnectionFormProps) {
  const { title, editing, result, sameKeyAs, onSave, onEdit, onCancel } = props;
  const keyField = useRef<HTMLInputElement>(null);
  const [service, setService] = useState<ServiceId>(
    editing?.service ?? props.service ?? serviceIds[0],
  );
  const [apiKey, setApiKey] = useState('');
  /** The key was extracted from pasted text. */
  const [isTidied, setIsTidied] = useState(false);
  const [label, setLabel] = useState(editing?.label ?? '');
  const [sessionOnly, setSessionOnly] = useState(editing?.keepsKeyForSession ?? false);
  const [typed, setTyped] = useState(editing?.watchedIds.join(', ') ?? '');
  const [chosen, setChosen] = useState<readonly string[] | undefined>(
    editing?.profileChoice?.chosen,
  );
  /** The key may not list profiles, so their IDs have to be typed. */
  const [mustType, setMustType] = useState(false);
  const [saving, setSaving] = useState(false);
  const [mistake, setMistake] = useState<Mistake>();
  const [showsMore, setShowsMore] = useState(editing !== undefined);
  const info = services[service];
  const choice = mustType ? undefined : editing?.profileChoice;

  useEffect(() => {
    if (editing || props.service) keyField.current?.focus();
  }, [editing?.id]);

  const typeKey = (text: string) => {
    setApiKey(text);
    setIsTidied(false);
  };
  /** Handled before the field gets it: a text field drops the line breaks of a pasted command. */
  const pasteKey = (event: TargetedClipboardEvent<HTMLInputElement>) => {
    const pasted = event.clipboardData?.getData('text') ?? '';
    const found = keyFromPaste(pasted);
    if (found === pasted.trim()) return;
    event.preventDefault();
    const { currentTarget: field } = event;
    const { value, selectionStart, selectionEnd } = field;
    const end = value.length;
    field.setRangeText(found, selectionStart ?? end, selectionEnd ?? end, 'end');
    setApiKey(field.value);
    setIsTidied(true);
  };

  const save = async (event: Event) => {
    event.preventDefault();
    if (saving) return;
    // Text that was dropped or typed is tidied here.
    const key = keyFromPaste(apiKey);
    if (key !== apiKey.trim()) {
      setApiKey(key);
      setIsTidied(true);
    }
    const typedIds = info.hasProfiles ? typed.split(/[\s,;]+/).filter(Boolean) : [];
    const profileIds = choice ? (chosen ?? []) : typedIds;
    const wrong = mistakeIn(key, editing !== undefined, choice && chosen);
    setMistake(wrong);
    if (wrong) {
      if (wrong.in === 'key') keyField.current?.focus();
      else setShowsMore(true);
      return;
    }
    setSaving(true);
    const saved = await onSave({
      service,
      label: label.trim() || info.name,
      keyKeptUntil: sessionOnly ? 'browser-closes' : 'removed',
      profileIds: [...profileIds],
      ...(key && { apiKey: key }),
    });
    setSaving(false);
    if (saved.ok) typeKey('');
    else if (saved.profilesHidden) {
      setMustType(true);
      setShowsMore(true);
    }
  };
  return (
    <form class="connection-form" aria-label={title} onSubmit={(event) => void save(event)}>
      <h2>{title}</h2>
      {!editing && <ServiceChoice chosen={service} onChoose={setService} />}
      <TextField
        label={i18n.t('options.form.apiKey')}
        hint={keyHint(info, keyFromPaste(apiKey), isTidied, editing?.keyHint)}
        inputRef={keyField}
        code="secret"
        placeholder={info.keyExample}
        value={apiKey}
        aria-invalid={mistake?.in === 'key'}
        onText={typeKey}
        onPaste={pasteKey}
      />
      <details
        class="more-options"
        open={showsMore}
        onToggle={(event) => setShowsMore(event.currentTarget.open)}
      >
        <summary>{i18n.t('options.form.moreOptions')}</summary>
        <TextField
          label={i18n.t('options.form.label')}
          hint={i18n.t('options.form.labelHint')}
          maxLength={longestLabel}
          placeholder={info.name}
          value={label}
          onText={setLabel}
        />
        {choice && (
          <AllOrSome
            legend={i18n.t('options.form.profiles')}
            all={i18n.t('options.form.allProfiles')}
            some={i18n.t('options.form.someProfiles')}
            options={choice.options}
            chosen={chosen}
            atFirst={choice.options.map(({ id }) => id)}
            onChange={setChosen}
          />
        )}
        {info.hasProfiles && !choice && (
          <TextField
            label={i18n.t('options.form.profileId')}
            hint={i18n.t('options.form.profileHint')}
            code="ids"
            value={typed}
            onText={setTyped}
          />
        )}
        <Switch
          label={i18n.t('options.form.keepKey')}
          hint={i18n.t('options.form.keepKeyHint')}
          on={sessionOnly}
          onChange={setSessionOnly}
        />
      </details>
      <p role="status" class="form-result">
        {mistake?.text ?? (saving ? i18n.t('options.form.testing') : result)}
      </p>
      {sameKeyAs && !mistake && (
        <div class="actions">
          <button type="button" class="button quiet" onClick={() => onEdit(sameKeyAs.id)}>
            {i18n.t('options.form.edit', [sameKeyAs.label])}
          </button>
        </div>
      )}
      <div class="actions form-actions">
        {onCancel && (
          <button type="button" class="button quiet" onClick={onCancel}>
            {i18n.t('options.form.cancel')}
          </button>
        )}
        <button type="submit" class="button" aria-busy={saving}>
          {i18n.t('options.form.save')}
        </button>
      </div>
    </form>
  );
}

/** A hint about the entered key, else the kept key, else where to find one. */
function keyHint(
  { name, keyExample, keyPattern, keysUrl }: ServiceInfo,
  key: string,
  isTidied: boolean,
  kept = '',
) {
  const isOdd = key !== '' && !keyPattern.test(key);
  const said = [
    ...(isTidied ? [i18n.t('options.form.keyTidied')] : []),
    ...(isOdd ? [i18n.t('options.form.oddKey', [name, keyExample])] : []),
  ];
  if (said.length > 0) return sentences(...said);
  if (kept) return i18n.t('options.form.apiKeyKept', [kept]);
  if (keysUrl === undefined) return undefined;
  return (
    <a href={keysUrl} target="_blank" rel="noreferrer">
      {i18n.t('options.form.whereKeys', [name])}
    </a>
  );
}
