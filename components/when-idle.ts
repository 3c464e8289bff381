/**
 * Does something once the browser has nothing else to do.
 *
 * @returns calls it off
 */
export function whenIdle(act: () => void): () => void {
  const idle = requestIdleCallback(act);
  return () => cancelIdleCallback(idle);
}
