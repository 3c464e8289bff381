import { i18n } from '#i18n';
import { AccountTools } from '@/components/account/AccountTools';
import { Menu } from '@/components/Menu';
import { Select } from '@/components/Select';
import { type StateChoice, stateChoices } from '@/utils/options/account-table';
import {
  type HideableColumn,
  hideableColumns,
  type TableOptions,
} from '@/utils/options/table-options';
import type { FilterChoices } from '@/utils/view/account/account-filter';
import { columnTexts } from './column-texts';

const stateTexts = {
  all: 'options.accounts.states.all',
  attention: 'options.accounts.states.attention',
  'not-checked': 'options.accounts.states.notChecked',
  working: 'options.accounts.states.working',
  muted: 'options.accounts.states.muted',
} as const satisfies Record<StateChoice, string>;

interface Props {
  choices: FilterChoices;
  options: TableOptions;
  onOptions: (options: TableOptions) => void;
}

/** What the table shows: search, filters, grouping and columns. */
export function TableTools({ choices, options, onOptions }: Props) {
  const { selection, groupedByClient, hidden } = options;
  const select = (change: Partial<TableOptions['selection']>) =>
    onOptions({ ...options, selection: { ...selection, ...change } });
  const toggle = (column: HideableColumn) =>
    onOptions({
      ...options,
      hidden: hidden.includes(column)
        ? hidden.filter((one) => one !== column)
        : [...hidden, column],
    });
  return (
    <AccountTools
      choices={choices}
      query={selection.query}
      filter={selection.filter}
      onQuery={(query) => select({ query })}
      onFilter={(filter) => select({ filter })}
    >
      <Select
        aria-label={i18n.t('options.accounts.state')}
        value={selection.state}
        choices={stateChoices.map((value) => ({ value, label: i18n.t(stateTexts[value]) }))}
        onChoose={(state) => select({ state })}
      />
      <button
        type="button"
        class="button quiet"
        aria-pressed={groupedByClient}
        title={i18n.t('popup.groupByClient')}
        onClick={() => onOptions({ ...options, groupedByClient: !groupedByClient })}
      >
        {i18n.t('popup.group.name')}
      </button>
      <Menu
        label={i18n.t('options.accounts.columns')}
        entriesOf={() =>
          hideableColumns.map((column) => ({
            label: i18n.t(columnTexts[column]),
            checked: !hidden.includes(column),
            act: () => toggle(column),
          }))
        }
      >
        {i18n.t('options.accounts.columns')}
      </Menu>
    </AccountTools>
  );
}
