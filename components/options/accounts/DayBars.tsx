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
  /** The day under the pointer, and how far (px) its middle is from the start of the bars. */
  const [hovered, setHovered] = useState<{ day: number; fromStart: number }>();
  const follow = ({ currentTarget, clientX }: TargetedPointerEvent<HTMLSpanElement>) => {
    const bars = (currentTarget.firstElementChild ?? currentTarget).getBoundingClientRect();
    const isRtl = document.documentElement.dir === 'rtl';
    const dayWidth = bars.width / days.length;
    const day = Math.floor((isRtl ? bars.right - clientX : clientX - bars.left) / dayWidth);
    setHovered({ day, fromStart: (day + 0.5) * dayWidth });
  };
  const text = hovered && dayOfRun(hovered.day, days, dayStarts);
  return (
    <span class="day-bars" onPointerMove={follow} onPointerLeave={() => setHovered(undefined)}>
      <HistoryStrip days={days} label={label} />
      {text && (
        <span
          class="day-tip"
          aria-hidden="true"
          style={{ insetInlineStart: `${hovered?.fromStart ?? 0}px` }}
        >
          {text}
        </span>
      )}
    </span>
  );
}
