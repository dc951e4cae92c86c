import * as z from 'zod';
import { TERM_NAMES } from '../clock/law.ts';
import { addDays, isWeekend } from '../instant.ts';
import { CalendarDate, Instant, line } from '../text.ts';
import type { CalendarVersion } from './calendar.ts';
import { forecastYear } from './forecast.ts';
import type { RuleSet } from './ruleSet.ts';

/** What a date becomes; ORDINARY takes it out of the calendar, so that its weekday decides. */
const DAY_KINDS = ['holiday', 'compensation', 'swap_off', 'makeup_working'] as const;

/** The decree or notice that says so, by number and date; it travels into the published version. */
const source = line(300);

const DayPut = z.strictObject({
  date: CalendarDate,
  kind: z.enum(DAY_KINDS),
  nameVi: line(120),
  nameEn: line(120),
  confirmed: z.boolean(),
  source,
});
const DayTakenOut = z.strictObject({ date: CalendarDate, kind: z.literal('ordinary'), source });

/** One date of a calendar change, such as a Friday off or the Saturday that makes up for it. */
const DayChange = z
  .discriminatedUnion('kind', [DayPut, DayTakenOut])
  .superRefine((day, context) => {
    const refuse = (message: string): void =>
      context.addIssue({ code: 'custom', path: ['date'], message });
    const weekend = isWeekend(day.date);
    if (day.kind === 'makeup_working' && !weekend) refuse('MAKE_UP_IS_WORKING_DAY');
    if ((day.kind === 'swap_off' || day.kind === 'compensation') && weekend)
      refuse('REST_DAY_IS_WEEKEND');
  });
export type DayChange = z.infer<typeof DayChange>;

/** The last year of which the lunar calendar is sure. */
const LAST_YEAR = 2052;

/**
 * Dates added, changed or taken out, on top of a published version, which may be lengthened: by the days
 * that the law leads one to expect, as long as no decree is out.
 */
const CalendarChange = z
  .strictObject({
    of: z.literal('CALENDAR'),
    base: z.string().min(1).max(60),
    /** Last year the calendar is published for from now on; left out where it ends as before. */
    extendTo: z.int().max(LAST_YEAR).optional(),
    days: z
      .array(DayChange)
      .max(60)
      .superRefine((days, context) => {
        days.forEach(({ date }, index) => {
          const first = days.findIndex((day) => day.date === date);
          if (first < index) {
            context.addIssue({ code: 'custom', path: [index, 'date'], message: 'DATE_TWICE' });
          }
        });
      }),
  })
  .refine(({ days, extendTo }) => days.length > 0 || extendTo !== undefined, {
    path: ['days'],
    error: 'CHANGES_NOTHING',
  });
export type CalendarChange = z.infer<typeof CalendarChange>;

/** Another amount or unit for one term of a rule set. */
const TermChange = z
  .strictObject({
    of: z.literal('TERM'),
    ruleSetId: z.string().min(1).max(40),
    term: z.enum(TERM_NAMES),
    amount: z.number().positive().max(1_000),
    unit: z.enum(['calendarDay', 'workingDay', 'workingHour', 'hour']),
    citation: line(300),
  })
  .refine(({ amount, unit }) => !unit.endsWith('Day') || Number.isInteger(amount), {
    path: ['amount'],
    error: 'WHOLE_DAYS',
  });
export type TermChange = z.infer<typeof TermChange>;

/** A change of the law that may be rehearsed on open cases and tried on history. */
export const LawChange = z.discriminatedUnion('of', [CalendarChange, TermChange]);
export type LawChange = z.infer<typeof LawChange>;

/** What an administrator fills in. */
export const DraftForm = z.strictObject({ title: line(200), change: LawChange });
export type DraftForm = z.infer<typeof DraftForm>;

export const DRAFT_STATES = ['DRAFT', 'PUBLISHED', 'DISCARDED'] as const;

export const LawDraft = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  change: LawChange,
  state: z.enum(DRAFT_STATES),
  /** Adds one with every edit; a rehearsal is of one revision. */
  rev: z.int(),
  draftedBy: z.string(),
  drafterName: z.string(),
  draftedAt: Instant,
  editedAt: Instant.nullable(),
  approverName: z.string().nullable(),
  approvedAt: Instant.nullable(),
  /** Calendar version that the approval published. */
  version: z.string().nullable(),
});
export type LawDraft = z.infer<typeof LawDraft>;

export interface ChangeProblem {
  path: (string | number)[];
  /** Code of `domain/wording/fields.ts`. */
  code: string;
}

/** What is wrong with a calendar change on its base, which a schema alone cannot tell. */
export function calendarProblems(
  { days, extendTo }: CalendarChange,
  base: CalendarVersion,
): ChangeProblem[] {
  const longer = lengthened(base, extendTo);
  const shorter = extendTo !== undefined && longer === base;
  const path = ['change', 'extendTo'];
  return [
    ...(shorter ? [{ path, code: 'CHANGES_NOTHING' }] : []),
    ...days.flatMap((day, index) => {
      const code = problemOf(day, longer);
      return code === null ? [] : [{ path: ['change', 'days', index, 'date'], code }];
    }),
  ];
}

function problemOf(day: DayChange, base: CalendarVersion): string | null {
  if (day.date < base.from || day.date > base.to) return 'OUTSIDE_CALENDAR';
  const known = base.days.find(({ date }) => date === day.date);
  if (day.kind === 'ordinary') return known === undefined ? 'DAY_NOT_IN_CALENDAR' : null;
  const same =
    known?.kind === day.kind && known.confirmed === day.confirmed && known.nameVi === day.nameVi;
  return same ? 'CHANGES_NOTHING' : null;
}

/** What is wrong with a term change on its rule set. */
export function termProblems(change: TermChange, { terms }: RuleSet): ChangeProblem[] {
  const { amount, unit } = terms[change.term];
  const same = amount === change.amount && unit === change.unit;
  return same ? [{ path: ['change', 'amount'], code: 'CHANGES_NOTHING' }] : [];
}

/** A calendar with a change on it, under another version. The change must be sound on it. */
export function calendarWith(
  calendar: CalendarVersion,
  { days, extendTo }: Pick<CalendarChange, 'days' | 'extendTo'>,
  version: string,
): CalendarVersion {
  const longer = lengthened(calendar, extendTo);
  const changed = new Set(days.map(({ date }) => date));
  const kept = longer.days.filter(({ date }) => !changed.has(date));
  const within = days.filter(({ date }) => date >= longer.from && date <= longer.to);
  const put = within.filter((day) => day.kind !== 'ordinary');
  const all = [...kept, ...put].toSorted((a, b) => (a.date < b.date ? -1 : 1));
  return { ...longer, version, days: all };
}

/** A calendar that goes on to the end of a year, the dates added as forecast; the same where it does already. */
function lengthened(calendar: CalendarVersion, year: number | undefined): CalendarVersion {
  const to = `${year}-12-31`;
  if (year === undefined || to <= calendar.to) return calendar;
  const first = Number(addDays(calendar.to, 1).slice(0, 4));
  const years = Array.from({ length: year - first + 1 }, (_, index) => first + index);
  const added = years.flatMap(forecastYear).filter(({ date }) => date > calendar.to);
  return { ...calendar, to, days: [...calendar.days, ...added] };
}

/** Version that follows a published one: `vn-2026-11` → `vn-2026-11.1` → `vn-2026-11.2`. */
export function nextVersion(base: string): string {
  const [, stem = base, number = '0'] = /^(.+)\.(\d+)$/u.exec(base) ?? [];
  return `${stem}.${Number(number) + 1}`;
}
