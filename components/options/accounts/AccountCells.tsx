import { i18n } from '#i18n';
import { Avatar } from '@/components/Avatar';
import { HistoryStrip } from '@/components/HistoryStrip';
import { PrimaryAction, type RepairAction } from '@/components/PrimaryAction';
import { StatusLabel } from '@/components/StatusLabel';
import { separated } from '@/components/separated';
import { Time } from '@/components/Time';
import type { DayState } from '@/utils/accounts/history/daily-status';
import { hashOf } from '@/utils/route';
import { hasNote, noteText } from '@/utils/view/account/account-note';
import type { AccountRow } from '@/utils/view/account/account-row';
import { pastText } from '@/utils/view/account/past-text';

interface Props {
  row: AccountRow;
  /** The account's last days; `undefined` until they are known. */
  days: readonly DayState[] | undefined;
  now: number;
  loadPictures: boolean;
  onAction: (action: RepairAction, row: AccountRow) => Promise<void>;
}

/** One account's cells. */
export function AccountCells({ row, days, now, loadPictures, onAction }: Props) {
  const remark = remarkOn(row, now);
  return (
    <>
      <th scope="row">
        <span class="account-cell">
          <Avatar row={row} loadPictures={loadPictures} />
          <span>
            <a href={hashOf({ view: 'accounts', account: row.key })}>
              <bdi>{row.label}</bdi>
            </a>{' '}
            <small>{separated([row.platformName, nameOf(row)])}</small>
          </span>
        </span>
      </th>
      <td>
        <StatusLabel row={row} now={now} />{' '}
        {remark && (
          <small class={row.atRisk ? 'bad' : ''} title={remark}>
            {remark}
          </small>
        )}
      </td>
      <td>
        {row.serviceName}{' '}
        <small>
          <bdi>{row.connectionLabel}</bdi>
        </small>
      </td>
      <td>{row.since !== undefined && <Time at={row.since} now={now} />}</td>
      <td>{days && <Past text={pastText(days, row.inTrouble)} days={days} />}</td>
      <td>
        {row.needsAttention && <PrimaryAction row={row} act={(action) => onAction(action, row)} />}
      </td>
    </>
  );
}

function Past({ days, text }: { days: readonly DayState[]; text: string }) {
  return (
    <>
      <HistoryStrip days={days} label={text} />
      {/* The strip's label already says it to screen readers. */}
      <small aria-hidden="true" title={text}>
        {text}
      </small>
    </>
  );
}

function nameOf({ profileName, name }: AccountRow) {
  const shown = profileName ?? name;
  return shown && <bdi>{shown}</bdi>;
}

/** What the status doesn't say: posts at risk, the reason, and muting. */
function remarkOn(row: AccountRow, now: number): string {
  return [
    hasNote(row) && noteText(row, now),
    row.word === 'unlisted' &&
      !row.reportsStatus &&
      i18n.t('account.unlistedWhy', [row.serviceName]),
    row.isMuted && i18n.t('options.accounts.states.muted'),
  ]
    .filter(Boolean)
    .join(' · ');
}
