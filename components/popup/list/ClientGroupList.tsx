import { useId, useMemo, useState } from 'preact/hooks';
import { useMoreWhenIdle } from '@/components/use-more-when-idle';
import { wholeUpTo } from '@/components/use-virtual-rows';
import { VirtualList } from '@/components/VirtualList';
import { connectedByClient, type PopupGroup } from '@/utils/popup/client-groups';
import type { AccountRow } from '@/utils/view/account/account-row';
import { groupText } from '@/utils/view/account/group-text';
import ChevronDown from '~icons/lucide/chevron-down';
import ChevronRight from '~icons/lucide/chevron-right';
import { AccountItem } from './AccountItem';
import { heightToLoad, rowHeightIn } from './row-heights';
import type { SectionProps } from './section-props';

interface Props extends SectionProps {
  /** Every account that matches search and "Show". */
  found: readonly AccountRow[];
  /** In a snapshot, the first clients. */
  first: readonly PopupGroup[] | undefined;
}

/** Connected accounts by client. */
export function ClientGroupList({ found, first, toLoad, ...group }: Props) {
  const groups = useMemo(() => first ?? connectedByClient(found), [first, found]);
  const count = useMoreWhenIdle(groups.length);
  const open = groups.flatMap(({ rows, startsOpen }) => (startsOpen ? rows : [])).length;
  const toCome = toLoad ? heightToLoad(toLoad, group.density) : 0;
  return (
    <div style={{ marginBottom: `${toCome}px` }}>
      {groups.slice(0, count).map((one) => (
        <Client key={one.client} group={one} isWindowed={open > wholeUpTo} {...group} />
      ))}
    </div>
  );
}

interface ClientProps extends Omit<SectionProps, 'toLoad'> {
  group: PopupGroup;
  isWindowed: boolean;
}

function Client({ group, isWindowed, scroller, ...item }: ClientProps) {
  const [isOpen, setIsOpen] = useState(group.startsOpen);
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields
    <div role="group" aria-labelledby={id}>
      <h3 class="client">
        <button type="button" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? <ChevronDown /> : <ChevronRight />}
          <bdi id={id}>{group.client}</bdi>
          <small>{groupText(group)}</small>
        </button>
      </h3>
      {isOpen && (
        <VirtualList
          rows={group.rows}
          keyOf={({ key }) => key}
          heightOf={rowHeightIn[item.density]}
          isWindowed={isWindowed}
          scroller={scroller}
          labelledBy={id}
        >
          {(row) => <AccountItem row={row} {...item} />}
        </VirtualList>
      )}
    </div>
  );
}
