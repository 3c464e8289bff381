import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { FileButton } from './FileButton';

/** Runs at once or with a file the user chooses; resolves to a text that says how it went. */
type CardAction =
  | { label: string; isDangerous?: boolean; act: () => Promise<string> }
  | { label: string; accept: string; actOn: (file: File) => Promise<string> };

interface Props {
  title: string;
  text: string;
  children?: ComponentChildren;
  actions: readonly CardAction[];
}

/** A card that explains an action, runs it, and says how it went. */
export function ActionCard({ title, text, children, actions }: Props) {
  const [said, say] = useState('');
  const follow = (act: () => Promise<string>) => {
    say('');
    void act()
      .catch(() => i18n.t('popup.result.lost'))
      .then(say);
  };
  return (
    <div class="card">
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
      <div class="actions">
        {actions.map((action) =>
          'accept' in action ? (
            <FileButton
              key={action.label}
              label={action.label}
              accept={action.accept}
              onChoose={(file) => follow(() => action.actOn(file))}
            />
          ) : (
            <button
              key={action.label}
              type="button"
              class={action.isDangerous ? 'button quiet danger' : 'button quiet'}
              onClick={() => follow(action.act)}
            >
              {action.label}
            </button>
          ),
        )}
      </div>
      <p role="status" class="hint">
        {said}
      </p>
    </div>
  );
}
