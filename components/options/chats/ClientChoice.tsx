import { useId } from 'preact/hooks';
import { i18n } from '#i18n';

interface Props {
  clients: readonly string[];
  /** `undefined` for all clients, also those added later. */
  chosen: readonly string[] | undefined;
  onChange: (chosen: readonly string[] | undefined) => void;
}

/** Whose accounts a chat is about. */
export function ClientChoice({ clients, chosen, onChange }: Props) {
  const id = useId();
  // A chosen client may have lost its last account since.
  const known = [...new Set([...clients, ...(chosen ?? [])])];
  const toggle = (client: string, on: boolean) => {
    const others = (chosen ?? []).filter((other) => other !== client);
    onChange(on ? [...others, client] : others);
  };
  return (
    <fieldset class="field">
      <legend>{i18n.t('options.chats.clients')}</legend>
      <label class="choice">
        <input
          type="radio"
          name={id}
          checked={chosen === undefined}
          onChange={() => onChange(undefined)}
        />
        {i18n.t('options.activity.allClients')}
      </label>
      <label class="choice">
        <input
          type="radio"
          name={id}
          checked={chosen !== undefined}
          onChange={() => onChange([])}
        />
        {i18n.t('options.chats.someClients')}
      </label>
      {chosen !== undefined && (
        <ul class="profile-choice" aria-label={i18n.t('options.chats.someClients')}>
          {known.map((client) => (
            <li key={client}>
              <label class="choice">
                <input
                  type="checkbox"
                  checked={chosen.includes(client)}
                  onChange={(event) => toggle(client, event.currentTarget.checked)}
                />
                <span dir="auto">{client}</span>
              </label>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
