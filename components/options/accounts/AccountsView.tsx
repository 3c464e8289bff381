import { useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { AccountTools } from '@/components/AccountTools';
import type { RepairAction } from '@/components/PrimaryAction';
import { lastDays } from '@/utils/accounts/history/daily-status';
import type { AccountEvent } from '@/utils/accounts/history/event';
import type { ExportFile } from '@/utils/export/save-file';
import type { AccountDetails } from '@/utils/options/account-details';
import {
  everything,
  selectEvents,
  selectRows,
  sortRows,
  worstFirst,
} from '@/utils/options/account-table';
import { numberText, plural } from '@/utils/text/language';
import { startOfDay } from '@/utils/text/relative-time';
import { platformsOf, stillIn } from '@/utils/view/account/account-filter';
import {
  daysOf,
  historyByAccountOf,
  tableDays,
  troubledDays,
} from '@/utils/view/account/account-past';
import type { AccountRow } from '@/utils/view/account/account-row';
import { AccountCard } from './AccountCard';
import { AccountTable } from './AccountTable';
import { ExportButtons } from './ExportButtons';
import { StateSelect } from './StateSelect';

interface Props {
  rows: readonly AccountRow[];
  /** There are connections, and all are paused. */
  isPaused: boolean;
  /** Oldest first; `undefined` until it is read. */
  history: readonly AccountEvent[] | undefined;
  now: number;
  loadPictures: boolean;
  /** The account to highlight. */
  selected: AccountDetails | undefined;
  onCopy: (text: string) => void;
  onAction: (action: RepairAction, row: AccountRow) => Promise<void>;
  onSave: (file: ExportFile) => void;
}

/** All accounts, and one in detail. */
export function AccountsView(props: Props) {
  const { rows, isPaused, history, now, selected, onCopy, onSave, ...table } = props;
  const platforms = useMemo(() => platformsOf(rows), [rows]);
  const [chosen, select] = useState(everything);
  const selection = useMemo(
    () => ({ ...chosen, filter: stillIn(platforms, chosen.filter) }),
    [platforms, chosen],
  );
  const [sort, setSort] = useState(worstFirst);
  const today = startOfDay(now);
  const dayStarts = useMemo(() => lastDays(tableDays, today), [today]);
  const historyByAccount = useMemo(() => history && historyByAccountOf(history), [history]);
  const daysOfRow = useMemo(
    () => historyByAccount && ((row: AccountRow) => daysOf(row, historyByAccount, dayStarts, now)),
    [historyByAccount, dayStarts, now],
  );

  const shown = useMemo(() => selectRows(rows, selection), [rows, selection]);
  const sorted = useMemo(
    () => sortRows(shown, sort, (row) => troubledDays(daysOfRow?.(row) ?? [])),
    [shown, sort, daysOfRow],
  );
  const events = useMemo(
    () => history && selectEvents(history, rows, shown, selection),
    [history, rows, shown, selection],
  );
  return (
    <>
      {selected && (
        <AccountCard
          details={selected}
          days={daysOfRow?.(selected.row)}
          dayStarts={dayStarts}
          now={now}
          onCopy={onCopy}
        />
      )}
      <h2 id="accounts-title">{i18n.t('options.accounts.title')}</h2>
      <ExportButtons rows={sorted} events={events} now={now} onSave={onSave} />
      {rows.length === 0 ? (
        <p class="hint">
          {isPaused ? i18n.t('popup.heading.paused') : i18n.t('options.accounts.empty')}
        </p>
      ) : (
        <>
          <AccountTools
            platforms={platforms}
            query={selection.query}
            filter={selection.filter}
            onQuery={(query) => select({ ...selection, query })}
            onFilter={(filter) => select({ ...selection, filter })}
          >
            <StateSelect
              chosen={selection.state}
              onChoose={(state) => select({ ...selection, state })}
            />
          </AccountTools>
          <p class="hint" role="status">
            {countText(shown.length, rows.length)}
          </p>
        </>
      )}
      {shown.length > 0 && (
        <AccountTable
          rows={sorted}
          sort={sort}
          onSort={setSort}
          daysOf={daysOfRow}
          now={now}
          selected={selected?.row.key}
          labelledBy="accounts-title"
          {...table}
        />
      )}
    </>
  );
}

function countText(shown: number, all: number): string {
  if (shown === 0) return i18n.t('popup.noMatch');
  return shown === all
    ? plural('options.accounts.count', all)
    : plural('options.accounts.countOf', all, numberText(shown));
}
