import { uptimeOfAll } from '@/utils/accounts/history/uptime';
import type { ClientGroup } from '@/utils/view/account/client-groups';
import { groupText } from '@/utils/view/account/group-text';
import { uptimeText } from '@/utils/view/account/past-text';
import ChevronDown from '~icons/lucide/chevron-down';
import ChevronRight from '~icons/lucide/chevron-right';
import type { Pasts } from './AccountCells';

interface Props {
  group: ClientGroup;
  isOpen: boolean;
  /** How many columns the table has. */
  columns: number;
  pasts: Pasts | undefined;
  onToggle: () => void;
}

/** The heading of a client's accounts in the table, with their state and uptime together. */
export function GroupRow({ group, isOpen, columns, pasts, onToggle }: Props) {
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
      </span>
    </th>
  );
}
