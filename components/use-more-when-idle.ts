import { useEffect, useState } from 'preact/hooks';
import { whenIdle } from './when-idle';

/** More rows than a popup is high, and few enough to be rendered within a frame or two. */
const step = 12;

/**
 * How many of a list's rows to render: the first ones at once, and more whenever the browser has
 * nothing else to do. All of them at once take longer than whoever types a search should wait.
 */
export function useMoreWhenIdle(count: number): number {
  const [most, setMost] = useState(step);
  useEffect(() => (most < count ? whenIdle(() => setMost(most + step)) : undefined), [most, count]);
  return Math.min(most, count);
}
