let count = 0;

/**
 * How often this background has begun or ended a write: while it stays the same, what was read
 * still holds, because nobody else writes.
 */
export function writeCount(): number {
  return count;
}

/** Counts a write at its beginning and at its end, however it ends. */
export async function countWrite(write: () => Promise<void>): Promise<void> {
  count += 1;
  try {
    await write();
  } finally {
    count += 1;
  }
}
