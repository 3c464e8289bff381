import { i18n } from '#i18n';
import { Menu } from '@/components/Menu';
import type { AccountEvent } from '@/utils/accounts/history/event';
import { accountsCsv, historyCsv, historyJson } from '@/utils/export/export-files';
import type { ExportFile } from '@/utils/export/save-file';
import type { AccountRow } from '@/utils/view/account/account-row';
import ChevronDown from '~icons/lucide/chevron-down';

interface Props {
  /** The accounts shown. */
  rows: readonly AccountRow[];
  /** All accounts. */
  all: readonly AccountRow[];
  /** Oldest first; `undefined` until they are read. */
  events: readonly AccountEvent[] | undefined;
  now: number;
  onSave: (file: ExportFile) => void;
}

/** Saves what the page shows to a file. */
export function ExportMenu({ rows, all, events, now, onSave }: Props) {
  return (
    <Menu
      label={i18n.t('options.accounts.export.title')}
      entriesOf={() => [
        {
          label: i18n.t('options.accounts.export.accountsCsv'),
          act: () => onSave(accountsCsv(rows, now)),
        },
        ...(events
          ? [
              {
                label: i18n.t('options.accounts.export.historyCsv'),
                act: () => onSave(historyCsv(events, all, now)),
              },
              {
                label: i18n.t('options.accounts.export.historyJson'),
                act: () => onSave(historyJson(events, all, now)),
              },
            ]
          : []),
      ]}
    >
      {i18n.t('options.accounts.export.title')} <ChevronDown />
    </Menu>
  );
}
