import type { RefObject } from 'preact';
import type { ListToLoad } from '@/utils/popup/popup-lists';
import type { Density } from '@/utils/state/settings';
import type { ItemProps } from './AccountItem';

/** What a section of the popup passes on to its lists. */
export interface SectionProps extends ItemProps {
  /** Accounts still to be loaded after these. */
  toLoad: ListToLoad | undefined;
  scroller: RefObject<HTMLElement | null>;
  density: Density;
}
