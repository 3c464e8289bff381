import type { RefObject } from 'preact';
import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import type { DayState } from '@/utils/accounts/history/condition-changes';
import { type ListName, listNames, listOf } from '@/utils/popup/popup-lists';
import type { PopupView } from '@/utils/popup/popup-view';
import { type Filter, matching } from '@/utils/view/account/account-filter';
import type { AccountRow } from '@/utils/view/account/account-row';
import type { AccountAction } from '@/utils/view/account/act-on-account';
import { AccountSection } from './AccountSection';

interface Props {
  view: Pick<PopupView, 'rows' | 'rowsToLoad' | 'loadPictures'>;
  query: string;
  filter: Filter;
  /** An account's last days; `undefined` until they are known. */
  daysOf: ((row: AccountRow) => readonly DayState[]) | undefined;
  now: number;
  scroller: RefObject<HTMLElement | null>;
  onAction: (action: AccountAction, row: AccountRow) => Promise<void>;
}

/** The accounts that match search and "Show", in one list per section. */
export function AccountLists({ view, query, filter, ...section }: Props) {
  const { rows, rowsToLoad, loadPictures } = view;
  const isNarrowed = filter.by !== 'all' || query.trim() !== '';
  const lists = useMemo(() => {
    // Don't search among the first few rows only.
    const searched = isNarrowed && rowsToLoad ? [] : rows;
    return Map.groupBy(searched.filter(matching(filter, query)), listOf);
  }, [rows, rowsToLoad, filter, query, isNarrowed]);

  if (rows.length > 0 && lists.size === 0 && !rowsToLoad) {
    return <p class="empty">{i18n.t('popup.noMatch')}</p>;
  }
  return listNames.map((list) => {
    const rows = lists.get(list) ?? [];
    const toCome = isNarrowed ? undefined : rowsToLoad?.[list];
    if (rows.length + (toCome?.rows ?? 0) === 0) return null;
    return (
      <AccountSection
        key={list}
        title={titleOf(list)}
        rows={rows}
        rowsToLoad={toCome}
        loadPictures={loadPictures}
        {...section}
      />
    );
  });
}

function titleOf(list: ListName): string {
  switch (list) {
    case 'attention':
      return i18n.t('popup.needsAttention');
    case 'not-checked':
      return i18n.t('popup.notCheckedRegion');
    case 'connected':
      return i18n.t('popup.connectedRegion');
    case 'muted':
      return i18n.t('popup.mutedRegion');
  }
}
