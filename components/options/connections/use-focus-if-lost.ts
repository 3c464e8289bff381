import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Focuses an element when `count` items became more or fewer and the focused one is gone. It
 * doesn't scroll, because the outcome is shown elsewhere.
 */
export function useFocusIfLost<T extends HTMLElement>(count: number): RefObject<T | null> {
  const element = useRef<T>(null);
  const before = useRef(count);
  useLayoutEffect(() => {
    const isLost = document.activeElement === document.body;
    if (count !== before.current && isLost) element.current?.focus({ preventScroll: true });
    before.current = count;
  }, [count]);
  return element;
}
