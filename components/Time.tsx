import { exactTime, isoTime, relativeTime } from '@/utils/text/relative-time';

interface Props {
  /** ms since the epoch, both */
  at: number;
  now: number;
}

/** A moment in relative words, with the exact one on hover and for machines. */
export function Time({ at, now }: Props) {
  return (
    <time dateTime={isoTime(at)} title={exactTime(at)}>
      {relativeTime(at, now)}
    </time>
  );
}
