import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PopupView } from '@/utils/popup/popup-view';
import { type Filter, matching } from '@/utils/view/account/account-filter';
import { type ListName, listNames, listOf } from '@/utils/view/account/account-list';
import type { ListProps } from './AccountList';
import { AccountSection } from './AccountSection';

/** Each list's heading, and its number of accounts in the popup's view. */
const sections = {
  attention: { title: 'popup.needsAttention', count: 'attention' },
  'not-checked': { title: 'popup.notCheckedRegion', count: 'notChecked' },
  connected: { title: 'popup.connectedRegion', count: 'connected' },
  muted: { title: 'popup.mutedRegion', count: 'muted' },
} as const satisfies Record<ListName, { title: string; count: keyof PopupView }>;

interface Props extends Omit<ListProps, 'toLoad' | 'loadPictures' | 'density'> {
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
    const count = rowsToLoad && !isNarrowed ? view[sections[list].count] : rows.length;
    if (count === 0) return null;
    return (
      <AccountSection
        key={list}
        title={i18n.t(sections[list].title)}
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
