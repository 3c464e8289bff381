import type { RefObject } from 'preact';
import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import { type DayState, lastDays } from '@/utils/accounts/days';
import type { AccountEvent } from '@/utils/accounts/event';
import { type Filter, matching } from '@/utils/view/account-filter';
import { chronicleOf, daysOf, popupDays } from '@/utils/view/account-past';
import type { AccountRow } from '@/utils/view/account-row';
import type { AccountAction } from '@/utils/view/act-on-account';
import { type ListName, listNames, listOf } from '@/utils/view/popup-lists';
import type { PopupView } from '@/utils/view/popup-view';
import { statusText } from '@/utils/view/status-text';
import { AccountSection } from './AccountSection';

interface Props {
  view: Pick<PopupView, 'rows' | 'unread' | 'loadPictures'>;
  query: string;
  filter: Filter;
  /** The oldest first; `undefined` until it has been read. */
  history: readonly AccountEvent[] | undefined;
  now: number;
  scroller: RefObject<HTMLElement | null>;
  onAction: (action: AccountAction, row: AccountRow) => Promise<void>;
}

/** The accounts that search and "Show" leave, in one list for each that there is anything in. */
export function AccountLists({ view, query, filter, history, now, ...section }: Props) {
  const { rows, unread, loadPictures } = view;
  const isNarrowed = filter.by !== 'all' || query.trim() !== '';
  const lists = useMemo(() => {
    // A few of the accounts are no answer to a search.
    const searched = isNarrowed && unread ? [] : rows;
    return Map.groupBy(searched.filter(matching(filter, query, statusText)), listOf);
  }, [rows, unread, filter, query, isNarrowed]);
  const past = usePast(history, now);

  if (rows.length > 0 && lists.size === 0 && !unread) {
    return <p class="empty">{i18n.t('popup.noMatch')}</p>;
  }
  return listNames.map((list) => {
    const rows = lists.get(list) ?? [];
    const toCome = isNarrowed ? undefined : unread?.[list];
    if (rows.length + (toCome?.rows ?? 0) === 0) return null;
    return (
      <AccountSection
        key={list}
        title={titleOf(list)}
        rows={rows}
        unread={toCome}
        daysOf={past}
        now={now}
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
    case 'connected':
      return i18n.t('popup.connectedRegion');
    case 'muted':
      return i18n.t('popup.mutedRegion');
  }
}

/** The last days of an account by its row; `undefined` until the history has been read. */
function usePast(
  history: readonly AccountEvent[] | undefined,
  now: number,
): ((row: AccountRow) => readonly DayState[]) | undefined {
  const chronicle = useMemo(() => history && chronicleOf(history), [history]);
  const dayStarts = lastDays(popupDays, now);
  return chronicle && ((row) => daysOf(row, chronicle, dayStarts, now));
}
