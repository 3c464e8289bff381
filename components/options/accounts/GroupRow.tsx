import { i18n } from '#i18n';
import { Menu } from '@/components/Menu';
import { uptimeOfAll } from '@/utils/accounts/history/uptime';
import { muteEntries, unmuteEntry } from '@/utils/view/account/account-menu';
import type { BulkAction } from '@/utils/view/account/act-on-account';
import type { ClientGroup } from '@/utils/view/account/client-groups';
import { groupText } from '@/utils/view/account/group-text';
import { uptimeText } from '@/utils/view/account/past-text';
import type { AccountPasts } from '@/utils/view/use-account-pasts';
import ChevronDown from '~icons/lucide/chevron-down';
import ChevronRight from '~icons/lucide/chevron-right';

interface Props {
  group: ClientGroup;
  isOpen: boolean;
  /** How many columns the table has. */
  columns: number;
  /** `undefined` until the history is read. */
  pasts: AccountPasts | undefined;
  now: number;
  onToggle: () => void;
  onCopyStatus: () => void;
  onBulk: (action: BulkAction) => void;
}

/** The heading of a client's accounts in the table, with their state and uptime together. */
export function GroupRow(props: Props) {
  const { group, isOpen, columns, pasts, now, onToggle, onCopyStatus, onBulk } = props;
  const mutes = [
    ...muteEntries(false, now),
    ...(group.rows.some(({ mute }) => mute) ? [unmuteEntry()] : []),
  ];
  return (
    <th scope="rowgroup" colSpan={columns} class="group">
      <span>
        <button type="button" class="text-button" aria-expanded={isOpen} onClick={onToggle}>
          {isOpen ? <ChevronDown /> : <ChevronRight />}
          <bdi>{group.client}</bdi>
        </button>{' '}
        <small class={group.attention > 0 ? 'bad' : ''}>{groupText(group)}</small>
        {pasts && (
          <span class="number">{uptimeText(uptimeOfAll(group.rows.map(pasts.uptimeOf)))}</span>
        )}
        <Menu
          label={i18n.t('options.accounts.moreFor', [group.client])}
          entriesOf={() => [
            { label: i18n.t('options.accounts.copyStatus'), act: onCopyStatus },
            ...mutes.map(({ label, mute }) => ({
              label,
              act: () => onBulk({ kind: 'mute', mute }),
            })),
          ]}
        />
      </span>
    </th>
  );
}
