import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PopupView } from '@/utils/popup/popup-view';
import { type Filter, matching } from '@/utils/view/account/account-filter';
import { type ListName, listNames, listOf } from '@/utils/view/account/account-list';
import { AccountSection } from './AccountSection';
import type { SectionProps } from './section-props';

interface Props extends Omit<SectionProps, 'toLoad' | 'loadPictures' | 'density'> {
  view: PopupView;
  query: string;
  filter: Filter;
  groupsByClient: boolean;
}

/** The accounts that match search and "Show", in one list per section. */
export function AccountLists({ view, query, filter, groupsByClient, ...section }: Props) {
  const { rows, rowsToLoad, loadPictures, density } = view;
  const isNarrowed = filter.by !== 'all' || query.trim() !== '';
  const found = useMemo(() => {
    // Don't search among the first few rows only.
    const searched = isNarrowed && rowsToLoad ? [] : rows;
    return searched.filter(matching(filter, query));
  }, [rows, rowsToLoad, filter, query, isNarrowed]);
  const lists = useMemo(() => Map.groupBy(found, listOf), [found]);

  if (rows.length > 0 && lists.size === 0 && !rowsToLoad) {
    return <p class="empty">{i18n.t('popup.noMatch')}</p>;
  }
  return listNames.map((list) => {
    const rows = lists.get(list) ?? [];
    const count = rowsToLoad && !isNarrowed ? countIn(list, view) : rows.length;
    if (count === 0) return null;
    return (
      <AccountSection
        key={list}
        title={titleOf(list)}
        count={count}
        rows={rows}
        byClient={
          list === 'connected' && groupsByClient ? { found, first: view.groups } : undefined
        }
        toLoad={isNarrowed ? undefined : rowsToLoad?.[list]}
        loadPictures={loadPictures}
        density={density}
        {...section}
      />
    );
  });
}

function countIn(list: ListName, view: PopupView): number {
  switch (list) {
    case 'attention':
      return view.attention;
    case 'not-checked':
      return view.notChecked;
    case 'connected':
      return view.connected;
    case 'muted':
      return view.muted;
  }
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
