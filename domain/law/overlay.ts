import * as z from 'zod';
import { type CalendarDay, type CalendarVersion, OpeningSpans, WEEKDAYS } from './calendar.ts';

const Closure = z.strictObject({
  date: z.iso.date(),
  nameVi: z.string().min(1),
  nameEn: z.string().min(1),
  confirmed: z.boolean(),
  source: z.string().min(1),
});

/**
 * What one agency's calendar has beside the national one: days on which it is closed, and opening
 * hours by day of the week where they are its own (a day left out keeps the national hours). A
 * published version of `data/calendar-overlays`; versions never change.
 */
export const CalendarOverlay = z
  .strictObject({
    /** Unique among all overlays. */
    version: z.string().min(1),
    /** Code of the unit whose calendar this is; also the calendar's name. */
    unit: z.string().min(1),
    closures: z.array(Closure),
    hours: z
      .strictObject({
        weekly: z.partialRecord(z.enum(WEEKDAYS), OpeningSpans),
        citation: z.string().min(1),
        verified: z.boolean(),
      })
      .nullable(),
  })
  .superRefine(({ closures }, context) => {
    const seen = new Set<string>();
    closures.forEach(({ date }, index) => {
      const message = 'is listed twice';
      if (seen.has(date))
        context.addIssue({ code: 'custom', path: ['closures', index, 'date'], message });
      seen.add(date);
    });
  });
export type CalendarOverlay = z.infer<typeof CalendarOverlay>;

/** Name of the calendar without any overlay. */
export const NATIONAL_CALENDAR = 'national';

/**
 * A national calendar with an agency's own days and hours on top; it keeps its version and names the
 * overlay's beside it. A closure on a make-up day undoes it there; one on a day that is off anyway, or
 * outside what the national calendar publishes, changes nothing.
 */
export function composeCalendar(
  national: CalendarVersion,
  overlay: CalendarOverlay | null,
): CalendarVersion {
  if (overlay === null) return national;
  const closed = overlay.closures
    .filter(({ date }) => date >= national.from && date <= national.to)
    .map((closure): CalendarDay => ({ ...closure, kind: 'local_closure' }));
  const off = new Set(national.days.filter(isOff).map(({ date }) => date));
  const added = closed.filter(({ date }) => !off.has(date));
  const replaced = new Set(added.map(({ date }) => date));
  const kept = national.days.filter(({ date }) => !replaced.has(date));
  const { hours } = overlay;
  return {
    ...national,
    overlay: overlay.version,
    days: [...kept, ...added].toSorted((a, b) => (a.date < b.date ? -1 : 1)),
    officeHours: hours === null ? national.officeHours : { ...national.officeHours, ...hours },
  };
}

function isOff({ kind }: CalendarDay): boolean {
  return kind !== 'makeup_working';
}
