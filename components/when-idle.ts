/**
 * Runs a function when the browser is idle.
 *
 * @returns cancels it
 */
export function whenIdle(act: () => void): () => void {
  const idle = requestIdleCallback(act);
  return () => cancelIdleCallback(idle);
}
