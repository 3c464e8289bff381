import { expect, it } from 'vitest';
import { targetAfterFailure } from '@/utils/schedule/after-check';
import { checked, hour, minute, now } from '../builders';

const times = { startedAt: now, endedAt: now };
const plan = { intervalMs: 15 * minute, phase: 1, random: 0.5 };

it.each([
  ['keeps its age', now - hour, now - hour],
  [
    'is dated to the check if its date is in the future because the clock was set back',
    now + hour,
    now,
  ],
])('data from before a failed check %s', (_, listedAt, expected) => {
  const after = targetAfterFailure(checked({ listedAt }), { kind: 'timeout' }, times, plan);
  expect(after.listedAt).toBe(expected);
});

it('a target that never answered has no data age after a failed check', () => {
  const { listedAt: _, ...never } = checked();
  expect(targetAfterFailure(never, { kind: 'timeout' }, times, plan)).not.toHaveProperty(
    'listedAt',
  );
});
