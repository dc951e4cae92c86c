import * as z from 'zod';
import { TERM_NAMES } from '../clock/law.ts';
import { isWeekend } from '../instant.ts';
import { CalendarDate, Instant, line } from '../text.ts';
import type { CalendarVersion } from './calendar.ts';
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

/** Dates added, changed or taken out, on top of a published version. */
const CalendarChange = z.strictObject({
  of: z.literal('CALENDAR'),
  base: z.string().min(1).max(60),
  days: z
    .array(DayChange)
    .min(1)
    .max(60)
    .superRefine((days, context) => {
      days.forEach(({ date }, index) => {
        const first = days.findIndex((day) => day.date === date);
        if (first < index) {
          context.addIssue({ code: 'custom', path: [index, 'date'], message: 'DATE_TWICE' });
        }
      });
    }),
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
export function calendarProblems({ days }: CalendarChange, base: CalendarVersion): ChangeProblem[] {
  return days.flatMap((day, index) => {
    const code = problemOf(day, base);
    return code === null ? [] : [{ path: ['change', 'days', index, 'date'], code }];
  });
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
  days: readonly DayChange[],
  version: string,
): CalendarVersion {
  const changed = new Set(days.map(({ date }) => date));
  const kept = calendar.days.filter(({ date }) => !changed.has(date));
  const within = days.filter(({ date }) => date >= calendar.from && date <= calendar.to);
  const put = within.filter((day) => day.kind !== 'ordinary');
  const all = [...kept, ...put].toSorted((a, b) => (a.date < b.date ? -1 : 1));
  return { ...calendar, version, days: all };
}

/** Version that follows a published one: `vn-2026-11` → `vn-2026-11.1` → `vn-2026-11.2`. */
export function nextVersion(base: string): string {
  const [, stem = base, number = '0'] = /^(.+)\.(\d+)$/u.exec(base) ?? [];
  return `${stem}.${Number(number) + 1}`;
}
