import { type DayState, runsOf } from '@/utils/accounts/history/daily-status';

/** Tones differ in height as well as colour. A day is 1 unit wide and up to 10 high. */
const tones = {
  absent: { top: 4.5, height: 1 },
  ok: { top: 3, height: 4 },
  warn: { top: 1.5, height: 7 },
  bad: { top: 0, height: 10 },
} as const;
type Tone = keyof typeof tones;

const toneOf: Readonly<Record<DayState, Tone>> = {
  absent: 'absent',
  working: 'ok',
  expired: 'bad',
  revoked: 'bad',
  unlisted: 'warn',
  'cannot-post': 'warn',
  'posts-failing': 'warn',
  'will-expire': 'warn',
  unknown: 'warn',
};

interface Props {
  /** Oldest first. */
  days: readonly DayState[];
  /** The same in words. */
  label: string;
}

/** An account's last days as bars, with today at the end. */
export function HistoryStrip({ days, label }: Props) {
  return (
    <svg
      class="strip"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${days.length} 10`}
      preserveAspectRatio="none"
    >
      {[...pathsOf(days)].map(([tone, path]) => (
        <path key={tone} class={tone} d={path} />
      ))}
    </svg>
  );
}

/** One path per tone, so that a row stays small however many days it shows. */
function pathsOf(days: readonly DayState[]): Map<Tone, string> {
  const paths = new Map<Tone, string>();
  let left = 0;
  for (const run of runsOf(days)) {
    const tone = toneOf[run.state];
    const { top, height } = tones[tone];
    const bar = `M${left} ${top}h${run.days}v${height}h${-run.days}z`;
    paths.set(tone, (paths.get(tone) ?? '') + bar);
    left += run.days;
  }
  return paths;
}
