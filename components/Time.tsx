import { exactTime, isoTime, relativeTime } from '@/utils/text/relative-time';

interface Props {
  /** Both in ms since the epoch. */
  at: number;
  now: number;
  /** Puts the time into a sentence. */
  inText?: (time: string) => string;
}

/** A time in relative words, with the exact one on hover and in `datetime`. */
export function Time({ at, now, inText = String }: Props) {
  return (
    <time dateTime={isoTime(at)} title={exactTime(at)}>
      {inText(relativeTime(at, now))}
    </time>
  );
}
