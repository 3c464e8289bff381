import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { AccountEvent } from '@/utils/accounts/history/event';
import { accountsCsv, historyCsv, historyJson } from '@/utils/export/export-files';
import type { ExportFile } from '@/utils/export/save-file';
import type { AccountRow } from '@/utils/view/account/account-row';

interface Props {
  rows: readonly AccountRow[];
  /** Oldest first; `undefined` until they are read. */
  events: readonly AccountEvent[] | undefined;
  now: number;
  onSave: (file: ExportFile) => void;
}

/** Saves what the page shows to a file. */
export function ExportButtons({ rows, events, now, onSave }: Props) {
  const [said, say] = useState('');
  const save = (file: ExportFile) => {
    onSave(file);
    say(i18n.t('options.accounts.export.saved', [file.name]));
  };
  return (
    <div class="exports">
      <div class="actions">
        <button type="button" class="button quiet" onClick={() => save(accountsCsv(rows, now))}>
          {i18n.t('options.accounts.export.accountsCsv')}
        </button>
        <button
          type="button"
          class="button quiet"
          disabled={!events}
          onClick={() => events && save(historyCsv(events, now))}
        >
          {i18n.t('options.accounts.export.historyCsv')}
        </button>
        <button
          type="button"
          class="button quiet"
          disabled={!events}
          onClick={() => events && save(historyJson(events, now))}
        >
          {i18n.t('options.accounts.export.historyJson')}
        </button>
      </div>
      <p class="hint">{i18n.t('options.accounts.export.hint')}</p>
      <p class="hint" role="status">
        {said}
      </p>
    </div>
  );
}
