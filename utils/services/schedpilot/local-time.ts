import { dayMs } from '../../time';

const localTime = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2})(?::(\d{2}))?$/;

/**
 * The moment at which clocks in a time zone show a time. A time shown twice means the first; one
 * that is skipped moves ahead by as much. Temporal does the same, but isn't in the oldest supported
 * browsers: https://tc39.es/proposal-temporal/docs/timezone.html
 *
 * @param text "YYYY-MM-DD HH:MM:SS"
 * @param timeZone an IANA name
 * @returns ms since the epoch; `undefined` if there is no such time or time zone
 */
export function momentOf(text: string, timeZone: string): number | undefined {
  const shown = asIfUtc(text);
  const clock = clockIn(timeZone);
  if (shown === undefined || clock === undefined) return undefined;
  const seenFrom = (near: number) => shown - (clock(near) - near);
  const before = seenFrom(shown - dayMs);
  const after = seenFrom(shown + dayMs);
  // No clock change in between.
  if (before === after) return before;
  const moments = [before, after].filter((at) => clock(at) === shown);
  return moments.length > 0 ? Math.min(...moments) : before;
}

function asIfUtc(text: string): number | undefined {
  const [, ...parts] = localTime.exec(text.trim()) ?? [];
  if (parts.length === 0) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map((part) =>
    Number(part ?? 0),
  );
  const at = Date.UTC(year, month - 1, day, hour, minute, second);
  // Date.UTC reads April 31 as May 1.
  const isReal = new Date(at).getUTCDate() === day && month <= 12 && hour < 24;
  return isReal && minute < 60 && second < 60 ? at : undefined;
}

/** Converts a moment to what clocks show, as if that were UTC. */
type Clock = (at: number) => number;

/** Creating a formatter takes a hundred times as long as using it. */
const clocks = new Map<string, Clock | undefined>();

/** The clock of a time zone; `undefined` if there is no such zone. */
function clockIn(timeZone: string): Clock | undefined {
  if (!clocks.has(timeZone)) {
    // A service may send any number of time zone names.
    if (clocks.size >= 1_000) clocks.clear();
    clocks.set(timeZone, makeClock(timeZone));
  }
  return clocks.get(timeZone);
}

function makeClock(timeZone: string): Clock | undefined {
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'iso8601',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    return (at) => {
      const shown = new Map(
        format.formatToParts(at).map(({ type, value }) => [type, Number(value)]),
      );
      const of = (type: Intl.DateTimeFormatPartTypes) => shown.get(type) ?? Number.NaN;
      const date = [of('year'), of('month') - 1, of('day')] as const;
      return Date.UTC(...date, of('hour'), of('minute'), of('second'));
    };
  } catch {
    return undefined;
  }
}
