import { i18n } from '#i18n';
import { AccountMenu } from '@/components/account/AccountMenu';
import { Avatar } from '@/components/account/Avatar';
import { PrimaryAction } from '@/components/account/PrimaryAction';
import { StatusLabel } from '@/components/account/StatusLabel';
import { lazy } from '@/components/lazy';
import { Time } from '@/components/Time';
import type { DayState } from '@/utils/accounts/history/condition-changes';
import { hasNote, noteText } from '@/utils/view/account/account-note';
import type { AccountRow } from '@/utils/view/account/account-row';
import type { AccountAction } from '@/utils/view/account/act-on-account';

// History is read last, so its component can load last.
const Past = lazy(async () => (await import('./Past')).Past);

export interface ItemProps {
  /** An account's last days, oldest first; `undefined` until they are known. */
  daysOf: ((row: AccountRow) => readonly DayState[]) | undefined;
  now: number;
  loadPictures: boolean;
  onAction: (action: AccountAction, row: AccountRow) => Promise<void>;
}

/** One account in a list: who, what, where, and the action for it. */
export function AccountItem({
  row,
  daysOf,
  now,
  loadPictures,
  onAction,
}: ItemProps & { row: AccountRow }) {
  const act = (action: AccountAction) => onAction(action, row);
  return (
    <>
      <Avatar row={row} loadPictures={loadPictures} namesPlatform />
      <div class="name" title={row.name ? `${row.label} · ${row.name}` : row.label}>
        <bdi>{row.label}</bdi>{' '}
        {(row.profileName ?? row.name) && <small dir="auto">{row.profileName ?? row.name}</small>}
      </div>
      <div class="meta" title={whereabouts(row)}>
        <StatusLabel row={row} now={now} />
        {row.inTrouble && row.since !== undefined && (
          <>
            {' '}
            <Time at={row.since} now={now} />
          </>
        )}
        {` · ${whereabouts(row)}`}
      </div>
      {hasNote(row) && (
        <div class={row.atRisk ? 'note bad' : 'note'} title={noteText(row, now)}>
          {noteText(row, now)}
        </div>
      )}
      {row.needsAttention ? (
        <PrimaryAction row={row} act={act} />
      ) : (
        daysOf && <Past row={row} daysOf={daysOf} />
      )}
      <AccountMenu row={row} now={now} onAction={act} />
    </>
  );
}

/** A row that isn't checked says when it was last seen, which covers being missing. */
function whereabouts({ serviceName, missing, isChecked }: AccountRow): string {
  return missing && isChecked ? `${serviceName} · ${i18n.t('account.missing')}` : serviceName;
}
