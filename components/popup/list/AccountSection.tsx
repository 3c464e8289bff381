import { useId } from 'preact/hooks';
import { VirtualList } from '@/components/VirtualList';
import type { PopupGroup } from '@/utils/popup/client-groups';
import { numberText } from '@/utils/text/language';
import type { AccountRow } from '@/utils/view/account/account-row';
import { AccountItem } from './AccountItem';
import { ClientGroupList } from './lazy-client-groups';
import { heightToLoad, rowHeightIn } from './row-heights';
import type { SectionProps } from './section-props';

interface Props extends SectionProps {
  title: string;
  /** How many accounts the section has, shown or not. */
  count: number;
  rows: readonly AccountRow[];
  /** Set if they are shown by client: all of the accounts found, and a snapshot's first clients. */
  byClient: { found: readonly AccountRow[]; first: readonly PopupGroup[] | undefined } | undefined;
}

/** A section of the popup: heading, count and accounts. */
export function AccountSection({ title, count, rows, byClient, ...list }: Props) {
  const id = useId();
  const { toLoad, scroller, ...item } = list;
  return (
    <section aria-labelledby={id}>
      <div class="section-title">
        <h2 id={id}>{title}</h2>
        <span>{numberText(count)}</span>
      </div>
      {byClient ? (
        <ClientGroupList {...byClient} {...list} />
      ) : (
        <VirtualList
          rows={rows}
          keyOf={keyOf}
          heightOf={rowHeightIn[item.density]}
          {...(toLoad && {
            rowsToLoad: { rows: toLoad.rows, height: heightToLoad(toLoad, item.density) },
          })}
          scroller={scroller}
          labelledBy={id}
        >
          {(row) => <AccountItem row={row} {...item} />}
        </VirtualList>
      )}
    </section>
  );
}

function keyOf({ key }: AccountRow): string {
  return key;
}
