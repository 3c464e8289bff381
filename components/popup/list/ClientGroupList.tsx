import { useId, useMemo, useState } from 'preact/hooks';
import { useMoreWhenIdle } from '@/components/use-more-when-idle';
import { wholeUpTo } from '@/components/use-virtual-rows';
import { connectedByClient, type PopupGroup } from '@/utils/popup/client-groups';
import type { AccountRow } from '@/utils/view/account/account-row';
import { groupText } from '@/utils/view/account/group-text';
import ChevronDown from '~icons/lucide/chevron-down';
import ChevronRight from '~icons/lucide/chevron-right';
import { AccountList, type ListProps } from './AccountList';
import { heightToLoad } from './row-heights';

/** In a popup, which is at most 600 px high. */
const rowsInView = 12;

interface Props extends ListProps {
  /** Every account that matches search and "Show". */
  found: readonly AccountRow[];
  /** In a snapshot, the first clients. */
  first: readonly PopupGroup[] | undefined;
}

/** Connected accounts by client. */
export function ClientGroupList({ found, first, toLoad, ...list }: Props) {
  const groups = useMemo(() => first ?? connectedByClient(found), [first, found]);
  const room = useMoreWhenIdle(groups.reduce((sum, group) => sum + linesOf(group), 0));
  const open = groups.flatMap(({ rows, startsOpen }) => (startsOpen ? rows : [])).length;
  return (
    <div style={{ marginBottom: `${heightToLoad(toLoad, list.density)}px` }}>
      {groupsWithin(groups, room).map((one) => (
        <Client key={one.client} group={one} isWindowed={open > wholeUpTo} {...list} />
      ))}
    </div>
  );
}

/** A group's heading, and as many rows as an open one shows at most when it appears. */
function linesOf({ startsOpen, rows }: PopupGroup): number {
  return 1 + (startsOpen ? Math.min(rows.length, rowsInView) : 0);
}

/** The first groups, one at least, until their lines fill the room. */
function groupsWithin(groups: readonly PopupGroup[], room: number): readonly PopupGroup[] {
  let lines = 0;
  return groups.filter((group) => {
    const isFirst = lines < room;
    lines += linesOf(group);
    return isFirst;
  });
}

interface ClientProps extends ListProps {
  group: PopupGroup;
  isWindowed: boolean;
}

function Client({ group, ...list }: ClientProps) {
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
      {isOpen && <AccountList rows={group.rows} labelledBy={id} {...list} />}
    </div>
  );
}
