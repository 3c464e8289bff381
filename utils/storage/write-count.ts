let count = 0;
const beforeEach: (() => Promise<void>)[] = [];

/** Registers work to run before each write, under the write lock. */
export function beforeEachWrite(work: () => Promise<void>): void {
  beforeEach.push(work);
}

/**
 * How often this background has started or ended a write. While it stays the same, anything read
 * before still holds, because nobody else writes.
 */
export function writeCount(): number {
  return count;
}

/** Counts a write at its start and at its end, however it ends. */
export async function countWrite(write: () => Promise<void>): Promise<void> {
  count += 1;
  try {
    for (const work of beforeEach) await work();
    await write();
  } finally {
    count += 1;
  }
}
