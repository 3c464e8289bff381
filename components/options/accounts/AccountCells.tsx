import { i18n } from '#i18n';
import { AccountMenu } from '@/components/account/AccountMenu';
import { Avatar } from '@/components/account/Avatar';
import { PrimaryAction } from '@/components/account/PrimaryAction';
import { StatusLabel } from '@/components/account/StatusLabel';
import { separated } from '@/components/separated';
import { Time } from '@/components/Time';
import type { Column } from '@/utils/options/account-table';
import { noteText } from '@/utils/view/account/account-note';
import type { AccountRow } from '@/utils/view/account/account-row';
import type { AccountAction } from '@/utils/view/account/act-on-account';
import { pastText, uptimeText } from '@/utils/view/account/past-text';
import type { AccountPasts } from '@/utils/view/use-account-pasts';
import { DayBars } from './DayBars';

export interface CellsProps {
  columns: readonly Column[];
  /** `undefined` until the history is read. */
  pasts: AccountPasts | undefined;
  now: number;
  loadPictures: boolean;
  /** The address of an account's details. */
  hrefOf: (row: AccountRow) => string;
  isChosen: (row: AccountRow) => boolean;
  onChoose: (row: AccountRow, chosen: boolean) => void;
  onAction: (action: AccountAction, row: AccountRow) => Promise<void>;
}

/** One account's cells. */
export function AccountCells({ row, columns, ...props }: CellsProps & { row: AccountRow }) {
  const { isChosen, onChoose, onAction, now } = props;
  const act = (action: AccountAction) => onAction(action, row);
  return (
    <>
      <td class="choose">
        <input
          type="checkbox"
          aria-label={i18n.t('options.accounts.choose', [row.label])}
          checked={isChosen(row)}
          onChange={({ currentTarget }) => onChoose(row, currentTarget.checked)}
        />
      </td>
      {columns.map((column) => (
        <Cell key={column} column={column} row={row} {...props} />
      ))}
      <td class="row-actions">
        <span>
          {row.needsAttention && <PrimaryAction row={row} act={act} />}
          <AccountMenu row={row} now={now} onAction={act} />
        </span>
      </td>
    </>
  );
}

type CellProps = Omit<CellsProps, 'columns'> & { column: Column; row: AccountRow };

function Cell({ column, row, pasts, now, loadPictures, hrefOf }: CellProps) {
  switch (column) {
    case 'account':
      return (
        <th scope="row">
          <span class="account-cell">
            <Avatar row={row} loadPictures={loadPictures} />
            <span>
              <a href={hrefOf(row)} title={row.label}>
                <bdi>{row.label}</bdi>
              </a>{' '}
              <small title={row.name}>
                {separated([row.platformName, row.name && <bdi>{row.name}</bdi>])}
              </small>
            </span>
          </span>
        </th>
      );
    case 'status': {
      const remark = remarkOn(row, now);
      return (
        <td>
          <StatusLabel row={row} now={now} />
          {remark && (
            <small class={row.atRisk ? 'bad' : ''} title={remark}>
              {remark}
            </small>
          )}
        </td>
      );
    }
    case 'client':
      return (
        <td>
          <bdi title={row.client}>{row.client}</bdi>
          <small>{row.serviceName}</small>
        </td>
      );
    case 'since':
      return <td>{row.since !== undefined && <Time at={row.since} now={now} />}</td>;
    case 'past':
      return (
        <td>
          {pasts && (
            <DayBars
              days={pasts.daysOf(row)}
              dayStarts={pasts.dayStarts}
              label={pastText(pasts.daysOf(row), row.inTrouble)}
            />
          )}
        </td>
      );
    case 'uptime':
      return <td class="number">{pasts && uptimeText(pasts.uptimeOf(row))}</td>;
  }
}

/** What the status doesn't say: posts at risk, the reason, and muting. */
function remarkOn(row: AccountRow, now: number): string {
  return [
    noteText(row, now),
    row.status === 'unlisted' &&
      !row.reportsStatus &&
      i18n.t('account.unlistedWhy', [row.serviceName]),
    row.isMuted && i18n.t('options.accounts.states.muted'),
  ]
    .filter(Boolean)
    .join(' · ');
}
