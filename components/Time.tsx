import { exactTime, isoTime, relativeTime } from '@/utils/text/relative-time';

interface Props {
  /** Both in ms since the epoch. */
  at: number;
  now: number;
}

/** A time in relative words, with the exact one on hover and in `datetime`. */
export function Time({ at, now }: Props) {
  return (
    <time dateTime={isoTime(at)} title={exactTime(at)}>
      {relativeTime(at, now)}
    </time>
  );
}
