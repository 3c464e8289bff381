import type { ComponentProps } from 'preact';
import { i18n } from '#i18n';
import { Select } from '@/components/Select';

interface Props extends Pick<ComponentProps<typeof Select>, 'id' | 'aria-label'> {
  clients: readonly string[];
  /** Absent for all clients. */
  chosen: string | undefined;
  onChoose: (client: string | undefined) => void;
}

/** Chooses a client, or all of them. */
export function ClientSelect({ clients, chosen = '', onChoose, ...select }: Props) {
  const all = { value: '', label: i18n.t('options.activity.allClients') };
  return (
    <Select
      {...select}
      value={chosen}
      choices={[all, ...clients.map((client) => ({ value: client, label: client }))]}
      onChoose={(client) => onChoose(client || undefined)}
    />
  );
}
