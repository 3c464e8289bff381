import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Returns the focus to an element when what it opened has closed. It doesn't scroll, because the
 * outcome is shown elsewhere.
 *
 * @param isOver the focus returns when this turns true
 */
export function useFocusBack<T extends HTMLElement>(isOver: boolean): RefObject<T | null> {
  const element = useRef<T>(null);
  const wasOver = useRef(isOver);
  useLayoutEffect(() => {
    if (isOver && !wasOver.current) element.current?.focus({ preventScroll: true });
    wasOver.current = isOver;
  }, [isOver]);
  return element;
}

/** Focuses an element when one of `count` items was removed and took the focus with it. */
export function useFocusAfterRemoval<T extends HTMLElement>(count: number): RefObject<T | null> {
  const element = useRef<T>(null);
  const before = useRef(count);
  useLayoutEffect(() => {
    const isLost = document.activeElement === document.body;
    if (count < before.current && isLost) element.current?.focus({ preventScroll: true });
    before.current = count;
  }, [count]);
  return element;
}
