import { i18n } from '#i18n';
import { Menu } from '@/components/Menu';
import { plural } from '@/utils/text/language';
import { muteEntries, unmuteEntry } from '@/utils/view/account/account-menu';
import type { AccountRow } from '@/utils/view/account/account-row';
import type { BulkAction } from '@/utils/view/account/act-on-account';

interface Props {
  /** The chosen accounts; at least one. */
  rows: readonly AccountRow[];
  now: number;
  onAction: (action: BulkAction) => void;
  onMove: () => void;
  onClear: () => void;
}

/** What can be done with all chosen accounts. */
export function BulkBar({ rows, now, onAction, onMove, onClear }: Props) {
  const mutes = [
    ...muteEntries(
      rows.every(({ inTrouble }) => inTrouble),
      now,
    ),
    ...(rows.some(({ mute }) => mute) ? [unmuteEntry()] : []),
  ];
  const areUnlisted = rows.every(({ status }) => status === 'unlisted');
  return (
    <div class="bulk" role="toolbar" aria-label={i18n.t('options.accounts.bulk.title')}>
      <b role="status">{plural('options.accounts.bulk.chosen', rows.length)}</b>
      <Menu
        label={i18n.t('options.accounts.bulk.mute')}
        entriesOf={() =>
          mutes.map(({ label, mute }) => ({ label, act: () => onAction({ kind: 'mute', mute }) }))
        }
      >
        {i18n.t('options.accounts.bulk.mute')}
      </Menu>
      <button type="button" class="button quiet" onClick={onMove}>
        {i18n.t('account.moveToClient')}
      </button>
      {areUnlisted && (
        <button type="button" class="button quiet" onClick={() => onAction({ kind: 'forget' })}>
          {i18n.t('popup.fix.removed')}
        </button>
      )}
      <button type="button" class="link-button" onClick={onClear}>
        {i18n.t('options.accounts.bulk.clear')}
      </button>
    </div>
  );
}
