import { useEffect, useState } from 'preact/hooks';
import { whenIdle } from './when-idle';

/** More rows than fit into a popup, and few enough to render in a frame or two. */
const step = 12;

/**
 * How many of a list's rows to render: a few at once, more whenever the browser is idle. Rendering
 * all would delay typing in the search.
 */
export function useMoreWhenIdle(count: number): number {
  const [most, setMost] = useState(step);
  useEffect(() => (most < count ? whenIdle(() => setMost(most + step)) : undefined), [most, count]);
  return Math.min(most, count);
}
