import { i18n } from '#i18n';

interface Props {
  /** For a label that is on the page. */
  id?: string;
  /** The field's name, where no label says it. */
  label?: string;
  clients: readonly string[];
  /** Absent for all clients. */
  chosen: string | undefined;
  onChoose: (client: string | undefined) => void;
}

/** Chooses a client, or all of them. */
export function ClientSelect({ id, label, clients, chosen, onChoose }: Props) {
  return (
    <select
      id={id}
      aria-label={label}
      value={chosen ?? ''}
      onChange={({ currentTarget: { value } }) => onChoose(value === '' ? undefined : value)}
    >
      <option value="">{i18n.t('options.activity.allClients')}</option>
      {clients.map((client) => (
        <option key={client} value={client}>
          {client}
        </option>
      ))}
    </select>
  );
}
