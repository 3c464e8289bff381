/** The shortest time (ms) between two requests to one address; all four services allow as many. */
const gapMs = 1_000;

/**
 * Makes a function that resolves once an address may be posted to. A worker killed just before this
 * one started may have posted anywhere, so nothing is posted within the first second.
 *
 * @param now ms, from a clock that nobody can set back
 */
export function createPacing(now = () => performance.now()): (address: string) => Promise<void> {
  const startedAt = now();
  const lastAt = new Map<string, number>();
  return async (address) => {
    const at = Math.max(now(), (lastAt.get(address) ?? startedAt) + gapMs);
    lastAt.set(address, at);
    await new Promise((resolve) => setTimeout(resolve, at - now()));
  };
}
