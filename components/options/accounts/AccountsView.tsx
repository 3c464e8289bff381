import { useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { AccountCard } from '@/components/account/AccountCard';
import type { AccountEvent } from '@/utils/accounts/history/event';
import type { ExportFile } from '@/utils/export/save-file';
import { columns, selectEvents, selectRows, sortRows } from '@/utils/options/account-table';
import { groupedItems, ungroupedItems } from '@/utils/options/table-items';
import type { TableOptions } from '@/utils/options/table-options';
import type { Density } from '@/utils/state/settings';
import { numberText, plural } from '@/utils/text/language';
import type { AccountDetails } from '@/utils/view/account/account-details';
import { filterChoices, stillIn } from '@/utils/view/account/account-filter';
import type { AccountRow } from '@/utils/view/account/account-row';
import type { AccountAction, BulkAction } from '@/utils/view/account/act-on-account';
import { statusSummary } from '@/utils/view/account/status-summary';
import { useAccountPasts } from '@/utils/view/use-account-pasts';
import { AccountDrawer } from './AccountDrawer';
import { AccountStats } from './AccountStats';
import { AccountTable } from './AccountTable';
import { BulkBar } from './BulkBar';
import { ExportMenu } from './ExportMenu';
import { TableTools } from './TableTools';

interface Props {
  rows: readonly AccountRow[];
  /** There are connections, and all are paused. */
  isPaused: boolean;
  /** Oldest first; `undefined` until it is read. */
  history: readonly AccountEvent[] | undefined;
  now: number;
  loadPictures: boolean;
  density: Density;
  options: TableOptions;
  onOptions: (options: TableOptions) => void;
  /** The address of an account's details. */
  hrefOf: (row: AccountRow) => string;
  /** The account whose details are open. */
  selected: AccountDetails | undefined;
  onClose: () => void;
  onCopy: (text: string) => void;
  onReport: () => void;
  onAction: (action: AccountAction, row: AccountRow) => Promise<void>;
  onBulk: (action: BulkAction, rows: readonly AccountRow[]) => void;
  /** Asks for the client to put accounts under. */
  onMove: (rows: readonly AccountRow[]) => void;
  onSave: (file: ExportFile) => void;
}

/** All accounts in a table, and one in detail beside it. */
export function AccountsView(props: Props) {
  const { rows, isPaused, history, now, options, onOptions, selected, onClose, onCopy, onReport } =
    props;
  const { onAction, onBulk, onMove, onSave, loadPictures, density, hrefOf } = props;
  const { sort, groupedByClient, hidden } = options;
  const choices = useMemo(() => filterChoices(rows), [rows]);
  const selection = useMemo(
    () => ({ ...options.selection, filter: stillIn(choices, options.selection.filter) }),
    [choices, options.selection],
  );
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const pasts = useAccountPasts(history, now);

  const shown = useMemo(() => selectRows(rows, selection), [rows, selection]);
  const sorted = useMemo(() => sortRows(shown, sort, pasts?.uptimeOf), [shown, sort, pasts]);
  const items = useMemo(
    () => (groupedByClient ? groupedItems(sorted, toggled) : ungroupedItems(sorted)),
    [sorted, groupedByClient, toggled],
  );
  const events = useMemo(
    () => history && selectEvents(history, rows, shown, selection),
    [history, rows, shown, selection],
  );
  const chosenRows = useMemo(() => sorted.filter(({ key }) => chosen.has(key)), [sorted, chosen]);
  const choose = ({ key }: AccountRow, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(key);
    else next.delete(key);
    setChosen(next);
  };
  return (
    <>
      <div class="view-head">
        <h2 id="accounts-title">{i18n.t('options.accounts.title')}</h2>
        {rows.length > 0 && (
          <div class="actions">
            <button
              type="button"
              class="button quiet"
              onClick={() => onCopy(statusSummary(sorted, undefined, now))}
            >
              {i18n.t('options.accounts.copyStatus')}
            </button>
            <button type="button" class="button quiet" onClick={onReport}>
              {i18n.t('report.open')}
            </button>
            <ExportMenu rows={sorted} all={rows} events={events} now={now} onSave={onSave} />
          </div>
        )}
      </div>
      {rows.length === 0 ? (
        <p class="hint">
          {isPaused ? i18n.t('popup.heading.paused') : i18n.t('options.accounts.empty')}
        </p>
      ) : (
        <>
          <AccountStats rows={shown} uptimeOfRow={pasts?.uptimeOf} />
          <TableTools choices={choices} options={{ ...options, selection }} onOptions={onOptions} />
          {chosenRows.length > 0 ? (
            <BulkBar
              rows={chosenRows}
              now={now}
              onAction={(action) => {
                onBulk(action, chosenRows);
                setChosen(new Set());
              }}
              onMove={() => onMove(chosenRows)}
              onClear={() => setChosen(new Set())}
            />
          ) : (
            <p class="hint" role="status">
              {countText(shown.length, rows.length)}
            </p>
          )}
        </>
      )}
      {shown.length > 0 && (
        <AccountTable
          items={items}
          density={density}
          columns={columns.filter(
            (column) =>
              !hidden.some((one) => one === column) && !(groupedByClient && column === 'client'),
          )}
          sort={sort}
          onSort={(next) => onOptions({ ...options, sort: next })}
          pasts={pasts}
          now={now}
          loadPictures={loadPictures}
          selected={selected?.row.key}
          labelledBy="accounts-title"
          hrefOf={hrefOf}
          isChosen={({ key }) => chosen.has(key)}
          areAllChosen={chosenRows.length === shown.length}
          onChoose={choose}
          onChooseAll={(all) => setChosen(new Set(all ? shown.map(({ key }) => key) : []))}
          onCopyStatus={(group) => onCopy(statusSummary(group.rows, group.client, now))}
          onBulk={onBulk}
          onToggle={({ client }, isOpen) => setToggled(new Map(toggled).set(client, !isOpen))}
          onAction={onAction}
        />
      )}
      {selected && (
        <AccountDrawer onClose={onClose}>
          <AccountCard
            details={selected}
            days={pasts?.daysOf(selected.row)}
            dayStarts={pasts?.dayStarts ?? []}
            now={now}
            onCopy={onCopy}
          />
        </AccountDrawer>
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
