import type { TargetedPointerEvent } from 'preact';
import { useState } from 'preact/hooks';
import { HistoryStrip } from '@/components/account/HistoryStrip';
import type { DayState } from '@/utils/accounts/history/condition-changes';
import { dayOfRun } from '@/utils/view/account/past-text';

interface Props {
  /** Oldest first, with when each began (ms since the epoch). */
  days: readonly DayState[];
  dayStarts: readonly number[];
  /** The same in words. */
  label: string;
}

/** An account's last days as bars. Under the pointer, each says its date, state and length. */
export function DayBars({ days, dayStarts, label }: Props) {
  const [day, setDay] = useState<number>();
  const follow = ({ currentTarget, clientX }: TargetedPointerEvent<HTMLSpanElement>) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    const fromLeft = Math.floor(((clientX - left) / width) * days.length);
    const isRtl = document.documentElement.dir === 'rtl';
    setDay(isRtl ? days.length - 1 - fromLeft : fromLeft);
  };
  const text = day === undefined ? undefined : dayOfRun(day, days, dayStarts);
  return (
    <span class="day-bars" onPointerMove={follow} onPointerLeave={() => setDay(undefined)}>
      <HistoryStrip days={days} label={label} />
      {text && (
        <span
          class="day-tip"
          aria-hidden="true"
          style={{ insetInlineStart: `${(((day ?? 0) + 0.5) / days.length) * 100}%` }}
        >
          {text}
        </span>
      )}
    </span>
  );
}
