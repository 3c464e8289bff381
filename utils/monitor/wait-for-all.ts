/**
 * Waits for all work even if some fails; otherwise a second run could start while the rest goes on.
 */
export async function waitForAll(work: readonly Promise<void>[]): Promise<void> {
  const outcomes = await Promise.allSettled(work);
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
}
