import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { AccountRow } from '@/utils/view/account/account-row';
import type { AccountAction } from '@/utils/view/account/act-on-account';

interface Props {
  row: AccountRow;
  act: (action: AccountAction) => Promise<void>;
}

/** The button that repairs an account here or opens its service; busy until the outcome is known. */
export function PrimaryAction({ row, act }: Props) {
  const [busy, setBusy] = useState(false);
  const { reconnects } = row;
  const start = () => {
    if (busy) return;
    setBusy(true);
    void act({ kind: reconnects ? 'reconnect' : 'open-service' }).finally(() => setBusy(false));
  };
  return (
    <button
      type="button"
      class={reconnects ? 'button' : 'button quiet'}
      aria-busy={busy}
      aria-label={
        reconnects
          ? i18n.t('account.reconnectNamed', [row.label])
          : i18n.t('account.openNamed', [row.serviceName])
      }
      onClick={start}
    >
      {reconnects ? i18n.t('account.reconnect') : i18n.t('account.open')}
    </button>
  );
}
