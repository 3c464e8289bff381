import { i18n } from '#i18n';
import { Avatar } from '@/components/Avatar';
import { type FirstAid, PrimaryAction } from '@/components/PrimaryAction';
import { StatusLabel } from '@/components/StatusLabel';
import { separated } from '@/components/separated';
import { Time } from '@/components/Time';
import type { AccountEvent } from '@/utils/accounts/history';
import { platformName } from '@/utils/accounts/platform';
import type { AccountRow } from '@/utils/view/account-row';
import { stakeText } from '@/utils/view/stake-text';

interface Props {
  rows: readonly AccountRow[];
  history: readonly AccountEvent[];
  now: number;
  loadPictures: boolean;
  /** The account to point out. */
  selected: string | undefined;
  onAction: (action: FirstAid, row: AccountRow) => Promise<void>;
}

/** Every account, and what happened to them. */
export function AccountsView({ rows, history, now, loadPictures, selected, onAction }: Props) {
  return (
    <>
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
                selected={row.key === selected}
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
        <ol class="events" aria-labelledby="history-title">
          {history.toReversed().map((event) => (
            <li key={event.id}>
              <Time at={event.at} now={now} /> <span dir="auto">{eventText(event)}</span>
              <small>{platformName(event.platform)}</small>
            </li>
          ))}
        </ol>
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
    <tr
      aria-current={selected ? 'true' : undefined}
      ref={(element) => {
        if (selected) element?.scrollIntoView({ block: 'center' });
      }}
    >
      <th scope="row">
        <span class="account-cell">
          <Avatar row={row} loadPictures={loadPictures} />
          <span>
            <bdi>{row.label}</bdi>{' '}
            <small dir="auto">
              {separated([row.platformName, row.profileName ?? row.name].filter(Boolean))}
            </small>
          </span>
        </span>
      </th>
      <td>
        <StatusLabel word={row.word} />{' '}
        {row.word === 'unlisted' && (
          <small>{i18n.t('account.unlistedWhy', [row.serviceName])}</small>
        )}{' '}
        {row.stake && <b class="bad">{stakeText(row.stake, now)}</b>}
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

function eventText({ label: who, from, to }: AccountEvent): string {
  switch (to) {
    case 'working':
      return from === 'absent'
        ? i18n.t('options.accounts.event.added', { who })
        : i18n.t('options.accounts.event.works', { who });
    case 'expired':
      return i18n.t('options.accounts.event.expired', { who });
    case 'revoked':
      return i18n.t('options.accounts.event.revoked', { who });
    case 'unlisted':
      return i18n.t('options.accounts.event.unlisted', { who });
    case 'cannot-post':
      return i18n.t('options.accounts.event.cannotPost', { who });
    case 'posts-failing':
      return i18n.t('options.accounts.event.postsFailing', { who });
    case 'unknown':
      return i18n.t('options.accounts.event.unknown', { who });
    case 'retired':
      return i18n.t('options.accounts.event.retired', { who });
    case 'absent':
      return i18n.t('options.accounts.event.removed', { who });
  }
}
