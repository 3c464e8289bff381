import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { itemsIn } from './list/keyboard';

/**
 * Keeps the focus when the lists change. It follows an item that moves; if its account leaves the
 * list, the item that takes its place gets it.
 */
export function useKeptFocus(root: RefObject<HTMLElement | null>): void {
  // During this render, the DOM is still the previous one.
  const before = placeOfFocus(root.current);
  useLayoutEffect(() => {
    if (!before || !root.current || document.activeElement !== document.body) return;
    if (before.focused.isConnected) return before.focused.focus();
    const items = itemsIn(root.current);
    const neighbour = items[before.index] ?? items.at(-1);
    (neighbour ?? root.current.querySelector('button'))?.focus();
  });
}

function placeOfFocus(root: HTMLElement | null) {
  const focused = document.activeElement;
  if (!root || !(focused instanceof HTMLElement)) return undefined;
  const index = itemsIn(root).findIndex((item) => item.contains(focused));
  return index === -1 ? undefined : { focused, index: index };
}
