import { dateOf, type InstantMs, timeOfDayMs } from './instant.ts';

/** A date `YYYY-MM-DD`, `YYYY-MM` or `YYYY` as people here write it: `dd/MM/yyyy`, `MM/yyyy`, `yyyy`. */
export function formatDate(date: string): string {
  return date.split('-').toReversed().join('/');
}

/** An instant as `dd/MM/yyyy HH:mm`, Vietnamese time. */
export function formatInstant(iso: string | InstantMs): string {
  const instant = typeof iso === 'number' ? iso : Date.parse(iso);
  return `${formatDate(dateOf(instant))} ${formatTime(instant)}`;
}

/** Time of day of an instant as `HH:mm`, Vietnamese time. */
export function formatTime(instant: InstantMs): string {
  return new Date(timeOfDayMs(instant)).toISOString().slice(11, 16);
}
