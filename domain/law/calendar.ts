import * as z from 'zod';
import type { CalendarSlice } from '../clock/law.ts';
import { CalendarExhausted } from '../clock/workingTime.ts';
import type { DateText } from '../instant.ts';
import { HOUR_MS, addDays, isWeekend, weekdayOf } from '../instant.ts';

/** Days of the week as data files write them, from Sunday. */
export const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

/**
 * What the calendar says of an exceptional date: a statutory holiday, the rest day that compensates
 * one on a weekend (Labour Code 2019 Art. 111.3), a working day swapped for a rest day by yearly
 * decision, the weekend day on which that is made up, or a day on which one agency is closed.
 */
const DAY_ENTRIES = [
  'holiday',
  'compensation',
  'swap_off',
  'makeup_working',
  'local_closure',
] as const;
/** What the national table may say: closures are an agency's own (`overlay.ts`). */
const NATIONAL_ENTRIES = DAY_ENTRIES.filter((kind) => kind !== 'local_closure');

/** One row of `data/holidays-vn.csv`, as text. The weekday is there for people and must be right. */
const HolidayRow = z
  .strictObject({
    date: z.iso.date({ abort: true }),
    weekday: z.enum(WEEKDAYS),
    kind: z.enum(NATIONAL_ENTRIES),
    name_vi: z.string().min(1),
    name_en: z.string().min(1),
    confirmed: z.enum(['true', 'false']),
    source: z.string().min(1),
  })
  .refine(({ date, weekday }) => WEEKDAYS[weekdayOf(date)] === weekday, {
    path: ['weekday'],
    error: 'is not the weekday of the date',
  });

/** One exceptional date. `confirmed: false` = a forecast, until the yearly decision is published. */
const CalendarDay = z.strictObject({
  date: z.iso.date(),
  kind: z.enum(DAY_ENTRIES),
  nameVi: z.string().min(1),
  nameEn: z.string().min(1),
  confirmed: z.boolean(),
  source: z.string().min(1),
});
export type CalendarDay = z.infer<typeof CalendarDay>;

const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** When an office is open on one day, as local times `HH:MM`, in order, with the lunch gap between. */
export const OpeningSpans = z
  .array(z.strictObject({ opens: TimeOfDay, closes: TimeOfDay }))
  .superRefine((spans, context) => {
    let closedUntil = '';
    spans.forEach(({ opens, closes }, index) => {
      const ordered = closedUntil <= opens && opens < closes;
      const message = 'is empty or out of order';
      if (!ordered) context.addIssue({ code: 'custom', path: [index], message });
      closedUntil = closes;
    });
  });
type OpeningSpans = z.infer<typeof OpeningSpans>;

/**
 * When offices are open: `spans` on every working day, `weekly` where a day of the week has hours of
 * its own. Hours on a Saturday are open to the public; they do not make it a working day.
 */
const OfficeHours = z.strictObject({
  spans: OpeningSpans.min(1),
  weekly: z.partialRecord(z.enum(WEEKDAYS), OpeningSpans).optional(),
  citation: z.string().min(1),
  verified: z.boolean(),
});

/**
 * A published version of the working calendar: what differs from "Monday to Friday" from `from` to
 * `to`, both included. Versions are never changed, a new decree makes a new one.
 */
export const CalendarVersion = z
  .strictObject({
    version: z.string().min(1),
    /** Version of an agency's own days and hours, where they are in it (`overlay.ts`). */
    overlay: z.string().optional(),
    from: z.iso.date(),
    to: z.iso.date(),
    days: z.array(CalendarDay),
    officeHours: OfficeHours,
  })
  .superRefine(({ from, to, days }, context) => {
    const refuse = (path: (string | number)[], message: string): void =>
      context.addIssue({ code: 'custom', path, message });
    if (to < from) refuse(['to'], 'lies before "from"');
    const seen = new Set<DateText>();
    days.forEach(({ date, kind }, index) => {
      const path = ['days', index, 'date'];
      if (date < from || date > to) refuse(path, 'lies outside the published range');
      if (seen.has(date)) refuse(path, 'is listed twice');
      if (kind === 'makeup_working' && !isWeekend(date)) refuse(path, 'is a working day already');
      seen.add(date);
    });
  });
export type CalendarVersion = z.infer<typeof CalendarVersion>;

/** Hours of most provincial offices, eight a day; an agency's own are an overlay. */
const USUAL_OFFICE_HOURS: CalendarVersion['officeHours'] = {
  spans: [
    { opens: '07:30', closes: '11:30' },
    { opens: '13:00', closes: '17:00' },
  ],
  citation: 'Giờ làm việc hành chính theo thông lệ địa phương, thứ Hai đến thứ Sáu',
  verified: false,
};

/**
 * A calendar version from rows of a holiday table, published from the first row's date to the end of
 * the last row's year. Throws ZodError, with the row's place, on a row that is not sound.
 */
export function calendarFromRows(
  version: string,
  rows: readonly unknown[],
  officeHours = USUAL_OFFICE_HOURS,
): CalendarVersion {
  const days = z
    .array(HolidayRow)
    .min(1)
    .parse(rows)
    .map(({ date, kind, name_vi: nameVi, name_en: nameEn, confirmed, source }) => {
      return { date, kind, nameVi, nameEn, confirmed: confirmed === 'true', source };
    })
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  const from = days[0]?.date;
  const to = `${days.at(-1)?.date.slice(0, 4)}-12-31`;
  return CalendarVersion.parse({ version, from, to, days, officeHours });
}

/**
 * What a case that starts on `date` needs of a calendar: one month back, `monthsAhead` forward, as
 * far as published, without names (about a kilobyte; it travels into Temporal).
 *
 * Throws CalendarExhausted when the date itself is not published.
 */
export function sliceOf(
  calendar: CalendarVersion,
  date: DateText,
  monthsAhead = 18,
): CalendarSlice {
  if (date < calendar.from || date > calendar.to) throw new CalendarExhausted(date, calendar);
  const from = laterOf(calendar.from, addDays(date, -31));
  return cut(calendar, from, earlierOf(calendar.to, addMonths(date, monthsAhead)));
}

/** All of a calendar as arithmetic takes it. Worth keeping: engines make tables of every slice they meet. */
export function wholeSlice(calendar: CalendarVersion): CalendarSlice {
  return cut(calendar, calendar.from, calendar.to);
}

function cut(calendar: CalendarVersion, from: DateText, to: DateText): CalendarSlice {
  const days = calendar.days.filter((day) => day.date >= from && day.date <= to);
  return {
    version: calendar.version,
    ...(calendar.overlay === undefined ? {} : { overlay: calendar.overlay }),
    from,
    to,
    daysOff: days.filter((day) => isDayOff(day, calendar)).map((day) => day.date),
    makeUpDays: days.filter((day) => day.kind === 'makeup_working').map((day) => day.date),
    officeHours: spansInMs(calendar.officeHours.spans),
    ...weekHoursOf(calendar),
  };
}

/** Opening hours by day of the week, from Sunday, where a calendar has any of its own. */
function weekHoursOf({ officeHours }: CalendarVersion): Pick<CalendarSlice, 'weekHours'> {
  const { spans, weekly } = officeHours;
  if (weekly === undefined) return {};
  const usual = (index: number): OpeningSpans => (index === 0 || index === 6 ? [] : spans);
  return { weekHours: WEEKDAYS.map((name, index) => spansInMs(weekly[name] ?? usual(index))) };
}

function spansInMs(spans: OpeningSpans): (readonly [number, number])[] {
  return spans.map(({ opens, closes }) => [msOf(opens), msOf(closes)]);
}

export type DayName = Pick<CalendarDay, 'kind' | 'nameVi' | 'nameEn' | 'confirmed'>;

/** Names of the exceptional dates, holidays on weekends included, for explanations. By date. */
export function dayNames(calendar: CalendarVersion): Readonly<Partial<Record<DateText, DayName>>> {
  return Object.fromEntries(
    calendar.days.map(({ date, kind, nameVi, nameEn, confirmed }) => {
      return [date, { kind, nameVi, nameEn, confirmed }];
    }),
  );
}

/** A date on which one version has work and another has not, with the entry that says why. */
export interface WorkChange {
  date: DateText;
  /** Whether offices work on it in the later version. */
  works: boolean;
  /** The entry of the later version, or of the earlier one where the date was taken out. */
  day: CalendarVersion['days'][number];
}

/** Dates that offices work on in one of two versions and not in the other, in order. */
export function workChanges(before: CalendarVersion, after: CalendarVersion): WorkChange[] {
  const [old, anew] = [before, after].map(
    ({ days }) => new Map(days.map((day) => [day.date, day])),
  );
  const dates = new Set([...(old?.keys() ?? []), ...(anew?.keys() ?? [])]);
  return [...dates].toSorted().flatMap((date) => {
    const [then, now] = [old?.get(date), anew?.get(date)];
    const day = now ?? then;
    const works = hasWork(date, now);
    return day === undefined || hasWork(date, then) === works ? [] : [{ date, works, day }];
  });
}

function hasWork(date: DateText, day: CalendarVersion['days'][number] | undefined): boolean {
  return day === undefined ? !isWeekend(date) : day.kind === 'makeup_working';
}

/** A date without work that the weekday alone does not tell: a weekend only where it has hours. */
function isDayOff({ date, kind }: CalendarDay, { officeHours }: CalendarVersion): boolean {
  if (kind === 'makeup_working') return false;
  return !isWeekend(date) || officeHours.weekly?.[WEEKDAYS[weekdayOf(date)] ?? 'Sun'] !== undefined;
}

function laterOf(a: DateText, b: DateText): DateText {
  return a > b ? a : b;
}

function earlierOf(a: DateText, b: DateText): DateText {
  return a < b ? a : b;
}

/** The same day `months` later, or the last of the month where there is none. */
function addMonths(date: DateText, months: number): DateText {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0));
  lastOfMonth.setUTCDate(Math.min(day, lastOfMonth.getUTCDate()));
  return lastOfMonth.toISOString().slice(0, 10);
}

function msOf(timeOfDay: string): number {
  const [hours = 0, minutes = 0] = timeOfDay.split(':').map(Number);
  return hours * HOUR_MS + minutes * 60_000;
}
