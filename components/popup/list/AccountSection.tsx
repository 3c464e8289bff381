import { useId } from 'preact/hooks';
import { lazy } from '@/components/lazy';
import type { PopupGroup } from '@/utils/popup/client-groups';
import { numberText } from '@/utils/text/language';
import type { AccountRow } from '@/utils/view/account/account-row';
import { AccountList, type ListProps } from './AccountList';

/** Most people never group, so it isn't part of the popup's start. */
export const ClientGroupList = lazy(
  async () => (await import('./ClientGroupList')).ClientGroupList,
);

interface Props extends ListProps {
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
  return (
    <section aria-labelledby={id}>
      <div class="section-title">
        <h2 id={id}>{title}</h2>
        <span>{numberText(count)}</span>
      </div>
      {byClient ? (
        <ClientGroupList {...byClient} {...list} />
      ) : (
        <AccountList rows={rows} labelledBy={id} {...list} />
      )}
    </section>
  );
}
