let count = 0;
const beforeEach: (() => Promise<void>)[] = [];

/** Has `work` done before each write, under the lock of everything that writes. */
export function beforeEachWrite(work: () => Promise<void>): void {
  beforeEach.push(work);
}

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
    for (const work of beforeEach) await work();
    await write();
  } finally {
    count += 1;
  }
}
