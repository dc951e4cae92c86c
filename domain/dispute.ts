import * as z from 'zod';
import { CaseId } from './case.ts';
import { type ClockFacts, dueOf } from './clock/dueOf.ts';
import type { Budget, CalendarSlice } from './clock/law.ts';
import { withStandstill } from './clock/standstill.ts';
import {
  dateOf,
  type DateText,
  endOfDay,
  type InstantMs,
  isWeekend,
  startOfDay,
} from './instant.ts';
import { CalendarDate, Instant, line, prose } from './text.ts';

/** What a contested day is: offices worked, they did not, or the clock stood still. */
export const DAY_CLASSES = ['WORKING', 'OFF', 'PAUSED'] as const;
export type DayClass = (typeof DAY_CLASSES)[number];
/** What is in dispute: a date that is counted wrongly, or an applicant's complaint that the legal date has passed. */
export const DISPUTE_KINDS = ['DATE', 'LATE'] as const;
export type DisputeKind = (typeof DISPUTE_KINDS)[number];
export const DISPUTE_STATUSES = ['OPEN', 'UPHELD', 'DISMISSED'] as const;

/** A contest of one day of a clock, or of its due date as a whole. */
export const DisputeToRaise = z
  .strictObject({
    clock: z.string().min(1).max(120),
    /** The day contested; null for the date as a whole. */
    day: CalendarDate.nullable(),
    /** What the day should be, or the date that should be due; null when one cannot say. */
    wanted: z.union([z.enum(DAY_CLASSES), CalendarDate]).nullable(),
    reason: prose(1000),
  })
  .refine(({ day, wanted }) => wanted === null || (day === null) === isDate(wanted), {
    error: 'NOT_A_CHOICE',
    path: ['wanted'],
  });
export type DisputeToRaise = z.infer<typeof DisputeToRaise>;

export const DisputeLine = z.strictObject({
  id: z.uuid(),
  caseId: CaseId,
  unit: z.string(),
  kind: z.enum(DISPUTE_KINDS),
  clock: z.string(),
  day: CalendarDate.nullable(),
  wanted: z.string().nullable(),
  /** The legal date that had passed, of a complaint of lateness; null otherwise. */
  missedAt: Instant.nullable(),
  reason: z.string(),
  raisedAs: z.enum(['STAFF', 'APPLICANT']),
  raisedByName: z.string().nullable(),
  raisedAt: Instant,
  status: z.enum(DISPUTE_STATUSES),
  ruledByName: z.string().nullable(),
  ruledAt: Instant.nullable(),
  rulingReason: z.string().nullable(),
  citation: z.string().nullable(),
  /** Due instant of the clock as the case has it now. */
  dueAt: Instant.nullable(),
  /** Due instant that the ruling found right; null of a complaint of lateness, which asks for none. */
  expectedDueAt: Instant.nullable(),
});
export type DisputeLine = z.infer<typeof DisputeLine>;

export const DisputesQuery = z.strictObject({
  status: z.enum(DISPUTE_STATUSES).optional(),
  raisedAs: z.enum(['STAFF', 'APPLICANT']).optional(),
  kind: z.enum(DISPUTE_KINDS).optional(),
  q: z.string().max(40).optional(),
  order: z.enum(['oldest', 'newest']).default('oldest'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type DisputesQuery = z.infer<typeof DisputesQuery>;

export const Disputes = z.strictObject({
  disputes: z.array(DisputeLine),
  total: z.int(),
  open: z.int(),
});
export const CaseDisputes = z.strictObject({ disputes: z.array(DisputeLine) });

/**
 * A ruling. Upheld about a day: which class it has, the due date follows from it; upheld about the
 * date: the date that is due. Dismissed: the engine's date is right. Of a complaint of lateness neither is
 * asked: it is founded or not, and the reason is the answer.
 */
export const RulingToGive = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('UPHELD'),
    dayClass: z.enum(DAY_CLASSES).nullable(),
    dueOn: CalendarDate.nullable(),
    reason: prose(2000),
    citation: line(300),
  }),
  z.strictObject({
    outcome: z.literal('DISMISSED'),
    reason: prose(2000),
    citation: line(300),
  }),
]);
export type RulingToGive = z.infer<typeof RulingToGive>;

/**
 * The due instant if a day of the term were of another class: what an upheld contest of a day means.
 * Throws as dueOf does.
 */
export function dueAtIf(
  facts: ClockFacts,
  term: Budget,
  { day, dayClass }: { day: DateText; dayClass: DayClass },
  calendar: CalendarSlice,
): InstantMs {
  if (dayClass === 'PAUSED') {
    const { startedAt, stood } = facts;
    const from = Math.max(startedAt, startOfDay(day) - 1);
    const still = withStandstill(stood, [from, endOfDay(day)]);
    return dueOf({ startedAt, stood: still }, term, calendar);
  }
  const weekend = isWeekend(day);
  const daysOff = calendar.daysOff.filter((date) => date !== day);
  const makeUpDays = calendar.makeUpDays.filter((date) => date !== day);
  if (dayClass === 'OFF' && !weekend) daysOff.push(day);
  if (dayClass === 'WORKING' && weekend) makeUpDays.push(day);
  return dueOf(facts, term, { ...calendar, daysOff, makeUpDays });
}

/** A ruling as a test vector, with what the engine makes of the same facts today. */
export const RulingLine = z.strictObject({
  id: z.uuid(),
  caseId: CaseId,
  clock: z.string(),
  startsAt: Instant,
  amount: z.number(),
  unit: z.enum(['calendarDay', 'workingDay', 'workingHour', 'hour']),
  calendarVersion: z.string(),
  /** The office's own calendar upon the national one, or null. */
  calendarOverlay: z.string().nullable(),
  standstills: z.array(z.tuple([z.number(), z.number()])),
  day: CalendarDate.nullable(),
  dayClass: z.enum(DAY_CLASSES).nullable(),
  expectedDueAt: Instant,
  citation: z.string(),
  at: Instant,
});
export type RulingLine = z.infer<typeof RulingLine>;

/** AGREES: the pinned calendar gives the ruled date; AGREES_SINCE: a later calendar does; else an incident. */
export const RULING_CHECKS = ['AGREES', 'AGREES_SINCE', 'CONTRADICTS'] as const;
export const CheckedRuling = RulingLine.extend({
  engineDueAt: Instant.nullable(),
  check: z.enum(RULING_CHECKS),
});
export type CheckedRuling = z.infer<typeof CheckedRuling>;
export const CheckedRulings = z.strictObject({
  rulings: z.array(CheckedRuling),
  /** Rulings that the engine contradicts: open incidents. */
  incidents: z.int(),
});

/** A contest, or a complaint of lateness, as its applicant sees it. */
export const TrackedDispute = z.strictObject({
  kind: z.enum(DISPUTE_KINDS),
  raisedAt: Instant,
  day: CalendarDate.nullable(),
  missedAt: Instant.nullable(),
  status: z.enum(DISPUTE_STATUSES),
  ruledAt: Instant.nullable(),
  rulingReason: z.string().nullable(),
});

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/u.test(text);
}

/** Whether a date lies within a clock, from its first day to its last. */
export function isInTerm(day: DateText, startsAt: InstantMs, due: InstantMs): boolean {
  return day >= dateOf(startsAt) && day <= dateOf(due);
}
