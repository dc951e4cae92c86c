import type { CalendarSlice, PinnedCalendars } from '../clock/law.ts';
import { dateOf, type InstantMs } from '../instant.ts';
import { type CalendarVersion, sliceOf } from './calendar.ts';
import { type CalendarOverlay, composeCalendar, NATIONAL_CALENDAR } from './overlay.ts';
import { type RuleSet, termsOf } from './ruleSet.ts';

/** Months from its opening for which a case that changes calendars gets the new one: no case lives longer. */
const REPLAN_MONTHS = 36;

interface CalendarSources {
  /** The national calendar that takes the place of an earlier version. */
  calendar: CalendarVersion;
  /** The days and hours of its own that the case pinned for its unit, or null. */
  overlay: CalendarOverlay | null;
  ruleSets: readonly RuleSet[];
  /** What units have beside the national calendar, by unit. */
  overlays: ReadonlyMap<string, CalendarOverlay>;
}

/**
 * What an open case needs of a national calendar that replaces the one it has pinned: with its unit's
 * own days, and the calendars that terms name. Throws CalendarExhausted when the case was opened on a
 * date that is not published.
 */
export function replannedCalendars(
  { calendar, overlay, ruleSets, overlays }: CalendarSources,
  openedAt: InstantMs,
): PinnedCalendars {
  const slice = (own: CalendarOverlay | null): CalendarSlice =>
    sliceOf(composeCalendar(calendar, own), dateOf(openedAt), REPLAN_MONTHS);
  const terms = ruleSets.flatMap((ruleSet) => Object.values(termsOf(ruleSet)));
  const names = new Set(terms.flatMap((term) => term?.calendar ?? []));
  const named = [...names].flatMap((name) => {
    const own = overlays.get(name) ?? null;
    return own === null && name !== NATIONAL_CALENDAR ? [] : [[name, slice(own)] as const];
  });
  const pinned = { calendar: slice(overlay) };
  return named.length === 0 ? pinned : { ...pinned, calendars: Object.fromEntries(named) };
}
