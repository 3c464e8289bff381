import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Gives the focus back to an element when what was opened from it is over, without moving what is
 * on the screen: what came of it is told elsewhere.
 *
 * @param isOver told at each render; the focus moves when it turns true
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

/** Gives the focus to an element where one of `count` things is gone, and the focus with it. */
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
