import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { AccountRow } from '@/utils/view/account/account-row';

/** What repairs an account: reconnect it here, or open the service. */
export type RepairAction = { kind: 'reconnect' } | { kind: 'open-service' };

interface Props {
  row: AccountRow;
  act: (action: RepairAction) => Promise<void>;
}

/** The button that repairs an account; busy until the outcome is known. */
export function PrimaryAction({ row, act }: Props) {
  const [busy, setBusy] = useState(false);
  const start = (action: RepairAction) => {
    if (busy) return;
    setBusy(true);
    void act(action).finally(() => setBusy(false));
  };
  return row.reconnects ? (
    <button
      type="button"
      class="button"
      data-primary
      aria-busy={busy}
      aria-label={i18n.t('account.reconnectNamed', [row.label])}
      onClick={() => start({ kind: 'reconnect' })}
    >
      {i18n.t('account.reconnect')}
    </button>
  ) : (
    <button
      type="button"
      class="button quiet"
      data-primary
      aria-busy={busy}
      aria-label={i18n.t('account.openNamed', [row.serviceName])}
      onClick={() => start({ kind: 'open-service' })}
    >
      {i18n.t('account.open')}
    </button>
  );
}
