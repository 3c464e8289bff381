import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ProfileOption } from '@/utils/options/connection-view';

interface Props {
  profiles: readonly ProfileOption[];
  /** Ids of the chosen profiles; `undefined` if all are monitored, including future ones. */
  chosen: readonly string[] | undefined;
  onChange: (chosen: readonly string[] | undefined) => void;
}

/** Which of the found profiles to monitor. */
export function ProfileChoice({ profiles, chosen, onChange }: Props) {
  const id = useId();
  const toggle = (profileId: string, on: boolean) => {
    const others = (chosen ?? []).filter((other) => other !== profileId);
    onChange(on ? [...others, profileId] : others);
  };
  return (
    <fieldset class="field">
      <legend>{i18n.t('options.form.profiles')}</legend>
      <label class="choice">
        <input
          type="radio"
          name={id}
          checked={chosen === undefined}
          onChange={() => onChange(undefined)}
        />
        {i18n.t('options.form.allProfiles')}
      </label>
      <label class="choice">
        <input
          type="radio"
          name={id}
          checked={chosen !== undefined}
          onChange={() => onChange(profiles.map((profile) => profile.id))}
        />
        {i18n.t('options.form.someProfiles')}
      </label>
      {chosen !== undefined && (
        <ul class="profile-choice" aria-label={i18n.t('options.form.someProfiles')}>
          {profiles.map((profile) => (
            <li key={profile.id}>
              <label class="choice">
                <input
                  type="checkbox"
                  checked={chosen.includes(profile.id)}
                  onChange={(event) => toggle(profile.id, event.currentTarget.checked)}
                />
                <span dir="auto">{profile.name}</span>
              </label>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
