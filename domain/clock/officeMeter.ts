import { addDays, DAY_MS, type InstantMs, startOfDay } from '../instant.ts';
import type { CalendarSlice } from './law.ts';
import { openSpans, overlapMs, type Span } from './workingDay.ts';

/**
 * A meter of office time: the difference of two readings is the office milliseconds between two
 * instants. Built once for a slice and then read in constant time, where thousands of instants are
 * compared. Instants outside the slice read as its ends.
 */
export function officeMeter(calendar: CalendarSlice): (instant: InstantMs) => number {
  const first = startOfDay(calendar.from);
  const read = [0];
  const spansOf: (readonly Span[])[] = [];
  for (let date = calendar.from; date <= calendar.to; date = addDays(date, 1)) {
    const spans = openSpans(date, calendar);
    const midnight = startOfDay(date);
    spansOf.push(spans);
    read.push((read.at(-1) ?? 0) + overlapMs(spans, [midnight, midnight + DAY_MS]));
  }
  return (instant) => {
    const day = Math.floor((instant - first) / DAY_MS);
    if (day < 0) return 0;
    const spans = spansOf[day];
    if (spans === undefined) return read.at(-1) ?? 0;
    return (read[day] ?? 0) + overlapMs(spans, [first + day * DAY_MS, instant]);
  };
}
