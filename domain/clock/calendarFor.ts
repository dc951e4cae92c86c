import type { CalendarSlice, Law, Term } from './law.ts';

/** A term names a calendar that the case did not pin; no clock is armed by guessing another. */
export class CalendarUnknown extends Error {
  readonly code = 'CALENDAR_UNKNOWN';

  constructor(name: string) {
    super(`no calendar is called ${name}`);
    this.name = 'CalendarUnknown';
  }
}

/**
 * The calendar by which a term is counted: the one it names, else that of the case's unit, which is
 * the national one where the unit has nothing of its own. Throws {@link CalendarUnknown}.
 */
export function calendarFor(law: Pick<Law, 'calendar' | 'calendars'>, term: Term): CalendarSlice {
  if (term.calendar === undefined) return law.calendar;
  const named = law.calendars?.[term.calendar];
  if (named === undefined) throw new CalendarUnknown(term.calendar);
  return named;
}
