import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { longestLabel } from '@/utils/state/connection-fields';
import { plural } from '@/utils/text/language';
import type { AccountRow } from '@/utils/view/account/account-row';

interface Props {
  /** The accounts to move; at least one. */
  rows: readonly AccountRow[];
  /** All clients, to choose from. */
  clients: readonly string[];
  /** `null` returns the accounts to their profile or connection. */
  onMove: (client: string | null) => void;
  onClosed: () => void;
}

/** Asks under which client to put accounts: a known one or a new name. */
export function ClientDialog({ rows, clients, onMove, onClosed }: Props) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [name, setName] = useState(rows.length === 1 ? (rows[0]?.client ?? '') : '');
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const move = (client: string | null) => {
    onMove(client);
    dialog.current?.close();
  };
  const title =
    rows.length === 1
      ? i18n.t('account.moveTitle', [rows[0]?.label ?? ''])
      : plural('account.moveSeveral', rows.length);
  return (
    <dialog ref={dialog} aria-labelledby={id} onClose={onClosed}>
      <form
        class="client-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) move(name.trim());
        }}
      >
        <h2 id={id}>{title}</h2>
        <label>
          {i18n.t('account.client')}
          <input
            list={`${id}-clients`}
            maxLength={longestLabel}
            value={name}
            onInput={({ currentTarget }) => setName(currentTarget.value)}
          />
        </label>
        <datalist id={`${id}-clients`}>
          {clients.map((client) => (
            <option key={client} value={client} />
          ))}
        </datalist>
        <p class="hint">{i18n.t('account.moveHint')}</p>
        <div class="actions">
          <button type="submit" class="button">
            {i18n.t('account.move')}
          </button>
          <button type="button" class="button quiet" onClick={() => move(null)}>
            {i18n.t('account.moveBack')}
          </button>
          <button type="button" class="button quiet" onClick={() => dialog.current?.close()}>
            {i18n.t('options.form.cancel')}
          </button>
        </div>
      </form>
    </dialog>
  );
}
