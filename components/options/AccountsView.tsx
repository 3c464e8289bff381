import { i18n } from '#i18n';
import { Avatar } from '@/components/Avatar';
import { type FirstAid, PrimaryAction } from '@/components/PrimaryAction';
import { StatusLabel } from '@/components/StatusLabel';
import { separated } from '@/components/separated';
import { Time } from '@/components/Time';
import type { AccountEvent } from '@/utils/accounts/history';
import type { AccountDetails } from '@/utils/view/account-details';
import { hasNote, noteText } from '@/utils/view/account-note';
import type { AccountRow } from '@/utils/view/account-row';
import { AccountCard } from './AccountCard';
import { EventList } from './EventList';

interface Props {
  rows: readonly AccountRow[];
  history: readonly AccountEvent[];
  now: number;
  loadPictures: boolean;
  /** The account to point out. */
  selected: AccountDetails | undefined;
  onCopy: (text: string) => void;
  onAction: (action: FirstAid, row: AccountRow) => Promise<void>;
}

/** Every account, and what happened to them. */
export function AccountsView({
  rows,
  history,
  now,
  loadPictures,
  selected,
  onCopy,
  onAction,
}: Props) {
  return (
    <>
      {selected && <AccountCard details={selected} now={now} onCopy={onCopy} />}
      <h2 id="accounts-title">{i18n.t('options.accounts.title')}</h2>
      {rows.length === 0 ? (
        <p class="hint">{i18n.t('options.accounts.empty')}</p>
      ) : (
        <table aria-labelledby="accounts-title">
          <thead>
            <tr>
              <th scope="col">{i18n.t('options.accounts.account')}</th>
              <th scope="col">{i18n.t('options.accounts.status')}</th>
              <th scope="col">{i18n.t('options.accounts.service')}</th>
              <th scope="col">{i18n.t('options.accounts.since')}</th>
              <th scope="col">{i18n.t('options.accounts.action')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <AccountTableRow
                key={row.key}
                row={row}
                now={now}
                loadPictures={loadPictures}
                selected={row.key === selected?.row.key}
                onAction={onAction}
              />
            ))}
          </tbody>
        </table>
      )}
      <h2 id="history-title">{i18n.t('options.accounts.history')}</h2>
      {history.length === 0 ? (
        <p class="hint">{i18n.t('options.accounts.noHistory')}</p>
      ) : (
        <EventList events={history.toReversed()} labelledBy="history-title" now={now} />
      )}
    </>
  );
}

interface RowProps {
  row: AccountRow;
  now: number;
  loadPictures: boolean;
  selected: boolean;
  onAction: Props['onAction'];
}

function AccountTableRow({ row, now, loadPictures, selected, onAction }: RowProps) {
  return (
    <tr aria-current={selected ? 'true' : undefined}>
      <th scope="row">
        <span class="account-cell">
          <Avatar row={row} loadPictures={loadPictures} />
          <span>
            <a href={`#accounts?account=${encodeURIComponent(row.key)}`} dir="auto">
              {row.label}
            </a>{' '}
            <small dir="auto">
              {separated([row.platformName, row.profileName ?? row.name].filter(Boolean))}
            </small>
          </span>
        </span>
      </th>
      <td>
        <StatusLabel word={row.word} />{' '}
        {row.word === 'unlisted' && !row.reportsStatus && (
          <small>{i18n.t('account.unlistedWhy', [row.serviceName])}</small>
        )}{' '}
        {hasNote(row) && <small class={row.stake ? 'bad' : ''}>{noteText(row, now)}</small>}
      </td>
      <td>
        {row.serviceName} <small dir="auto">{row.connectionLabel}</small>
      </td>
      <td>{row.since !== undefined && <Time at={row.since} now={now} />}</td>
      <td>
        {row.needsAttention && <PrimaryAction row={row} act={(action) => onAction(action, row)} />}
      </td>
    </tr>
  );
}
