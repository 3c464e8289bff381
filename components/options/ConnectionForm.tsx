import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type ServiceId, serviceIds, services } from '@/utils/services/registry';
import type { ConnectionEntry } from '@/utils/view/act-on-connection';
import type { ConnectionView } from '@/utils/view/connection-view';
import { ProfileChoice } from './ProfileChoice';
import { Switch } from './Switch';

interface Props {
  /** The connection to edit; without one, the form adds one. */
  editing?: ConnectionView;
  /** What came of the last "Test and save". */
  result: string;
  /** Resolves to whether the connection was saved. */
  onSave: (entry: ConnectionEntry) => Promise<boolean>;
  onCancel: () => void;
}

/** Adds a connection, or edits one. A key that was typed stays in the field only until it is saved. */
export function ConnectionForm({ editing, result, onSave, onCancel }: Props) {
  const id = useId();
  const keyField = useRef<HTMLInputElement>(null);
  const [service, setService] = useState<ServiceId>(editing?.service ?? serviceIds[0]);
  const [apiKey, setApiKey] = useState('');
  const [label, setLabel] = useState(editing?.label ?? '');
  const [sessionOnly, setSessionOnly] = useState(editing?.keepsKeyForSession ?? false);
  const [profiles, setProfiles] = useState(editing?.typedProfileIds.join(', ') ?? '');
  const [chosen, setChosen] = useState(editing && chosenProfiles(editing));
  const [saving, setSaving] = useState(false);
  const [mistake, setMistake] = useState('');
  const info = services[service];

  useEffect(() => {
    if (editing) keyField.current?.focus();
  }, [editing?.id]);

  const save = async (event: Event) => {
    event.preventDefault();
    if (saving) return;
    const key = apiKey.trim();
    const wrong =
      chosen?.length === 0
        ? i18n.t('options.form.noProfileChosen')
        : mistakeIn(key, editing !== undefined);
    setMistake(wrong);
    if (wrong) {
      keyField.current?.focus();
      return;
    }
    setSaving(true);
    const saved = await onSave({
      service,
      label: label.trim() || info.name,
      keyKeptUntil: sessionOnly ? 'browser-closes' : 'removed',
      profileIds: [
        ...(chosen ?? (info.hasProfiles ? profiles.split(/[\s,;]+/).filter(Boolean) : [])),
      ],
      ...(key && { apiKey: key }),
    });
    setSaving(false);
    if (!saved) return;
    setApiKey('');
    setLabel('');
    setProfiles('');
  };

  const title = editing ? i18n.t('options.form.edit', [editing.label]) : i18n.t('options.form.add');
  const odd = apiKey.trim() !== '' && !info.keyPattern.test(apiKey.trim());
  return (
    <form class="card" aria-label={title} onSubmit={(event) => void save(event)}>
      <h2>{title}</h2>
      {!editing && (
        <div role="radiogroup" aria-label={i18n.t('options.form.service')}>
          {serviceIds.map((value) => (
            <label key={value} class="choice">
              <input
                type="radio"
                name="service"
                value={value}
                checked={service === value}
                onChange={() => setService(value)}
              />
              {services[value].name}
            </label>
          ))}
        </div>
      )}
      <div class="field">
        <label for={`${id}-key`}>{i18n.t('options.form.apiKey')}</label>
        <input
          ref={keyField}
          id={`${id}-key`}
          type="password"
          dir="ltr"
          autocomplete="off"
          spellcheck={false}
          placeholder={info.keyExample}
          value={apiKey}
          aria-describedby={`${id}-key-hint`}
          aria-invalid={mistake !== ''}
          onInput={(event) => setApiKey(event.currentTarget.value)}
        />
        <p class="hint" id={`${id}-key-hint`}>
          {odd
            ? i18n.t('options.form.oddKey', [info.name, info.keyExample])
            : editing?.keyHint
              ? i18n.t('options.form.apiKeyKept', [`…${editing.keyHint}`])
              : info.keysUrl && (
                  <a href={info.keysUrl} target="_blank" rel="noreferrer">
                    {i18n.t('options.form.whereKeys', [info.name])}
                  </a>
                )}
        </p>
      </div>
      <div class="field">
        <label for={`${id}-label`}>{i18n.t('options.form.label')}</label>
        <input
          id={`${id}-label`}
          type="text"
          maxLength={100}
          placeholder={info.name}
          value={label}
          aria-describedby={`${id}-label-hint`}
          onInput={(event) => setLabel(event.currentTarget.value)}
        />
        <p class="hint" id={`${id}-label-hint`}>
          {i18n.t('options.form.labelHint')}
        </p>
      </div>
      {editing?.profileChoice && (
        <ProfileChoice
          profiles={editing.profileChoice.options}
          chosen={chosen}
          onChange={setChosen}
        />
      )}
      {info.hasProfiles && !editing?.profileChoice && (
        <div class="field">
          <label for={`${id}-profiles`}>{i18n.t('options.form.profileId')}</label>
          <input
            id={`${id}-profiles`}
            type="text"
            dir="ltr"
            spellcheck={false}
            autocomplete="off"
            value={profiles}
            aria-describedby={`${id}-profiles-hint`}
            onInput={(event) => setProfiles(event.currentTarget.value)}
          />
          <p class="hint" id={`${id}-profiles-hint`}>
            {i18n.t('options.form.profileHint')}
          </p>
        </div>
      )}
      <Switch
        label={i18n.t('options.form.keepKey')}
        hint={i18n.t('options.form.keepKeyHint')}
        on={sessionOnly}
        onChange={setSessionOnly}
      />
      <div class="actions">
        <button type="submit" class="button" aria-busy={saving}>
          {i18n.t('options.form.save')}
        </button>
        {editing && (
          <button type="button" class="button quiet" onClick={onCancel}>
            {i18n.t('options.form.cancel')}
          </button>
        )}
      </div>
      <p role="status" class="form-result">
        {mistake || (saving ? i18n.t('options.form.testing') : result)}
      </p>
    </form>
  );
}

/** `undefined` where all are watched, or none were found to choose from. */
function chosenProfiles({ profileChoice }: ConnectionView): readonly string[] | undefined {
  if (!profileChoice || profileChoice.all) return undefined;
  return profileChoice.options.filter(({ watched }) => watched).map(({ id }) => id);
}

/** What is wrong with a key before any service has seen it; empty where nothing is. */
function mistakeIn(key: string, mayBeEmpty: boolean): string {
  if (key === '') return mayBeEmpty ? '' : i18n.t('options.form.noKey');
  return /^[\x21-\x7e]{1,500}$/.test(key) ? '' : i18n.t('options.form.spacesInKey');
}
