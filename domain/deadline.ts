import * as z from 'zod';
import { CLOCK_EFFECTS, RUNGS } from './clock/law.ts';
import { DAY_CLASSES } from './clock/passport.ts';
import { PROMISE_REASONS } from './flow/applicationState.ts';
import { Instant } from './text.ts';

/** Name of a clock as it stands in an address, such as `total` or `verification:HN-P-2023-000123/POLICE-1`. */
export const ClockName = z.string().min(1).max(100);

/** A clock of a case as it reads at the time of the reply. */
export const ClockLine = z.strictObject({
  name: ClockName,
  effect: z.enum(CLOCK_EFFECTS),
  term: z.string(),
  startedAt: Instant,
  dueAt: Instant,
  atRiskAt: Instant.nullable(),
  pausedAt: Instant.nullable(),
  stoppedAt: Instant.nullable(),
  /** What it counts to, in `unit`; more than its term when it was extended. */
  amount: z.number(),
  unit: z.enum(['calendarDay', 'workingDay', 'workingHour', 'hour']),
  /** What is used of it: days that have ended, hours as they pass. */
  consumed: z.number(),
  /** Since when it runs without a break; null while it stands still and after it stopped. */
  runningSince: Instant.nullable(),
  /** Whether it ran out. A clock that stands still is never overdue. */
  overdue: z.boolean(),
  /** Office-hours milliseconds left until due (negative when late). */
  workingMsLeft: z.number(),
  citation: z.string(),
  verified: z.boolean(),
});
export type ClockLine = z.infer<typeof ClockLine>;

/** One date of a deadline, with one class; `counted` in the clock's unit. */
export const ExplainedDay = z.strictObject({
  date: z.iso.date(),
  kind: z.enum(DAY_CLASSES),
  counted: z.number(),
  /** What the calendar calls it, or null. */
  name: z.strictObject({ vi: z.string(), en: z.string() }).nullable(),
  /** False where the calendar only forecasts it; null where it says nothing of the date. */
  confirmed: z.boolean().nullable(),
  /** Why the clock stood still, where it did and a reason was written. */
  paused: z.strictObject({ reason: z.string(), citation: z.string() }).nullable(),
});
export type ExplainedDay = z.infer<typeof ExplainedDay>;

/** Something that happened to a clock: start, pause, extension, another term or calendar, stop. */
export const ClockStep = z.strictObject({
  kind: z.enum([
    'STARTED',
    'PAUSED',
    'RESUMED',
    'EXTENDED',
    'RECLASSIFIED',
    'RECALCULATED',
    'STOPPED',
  ]),
  at: Instant,
  reason: z.string().nullable(),
  citation: z.string().nullable(),
  /** The paper that stands behind it, by its id in the case's log; null when there is none. */
  paperId: z.string().nullable(),
  dueBefore: Instant.nullable(),
  dueAt: Instant.nullable(),
});
export type ClockStep = z.infer<typeof ClockStep>;

/** The deadline passport of one clock; the counted days add up to its amount. */
export const DeadlineExplanation = z.strictObject({
  clock: ClockLine,
  days: z.array(ExplainedDay),
  steps: z.array(ClockStep),
  /** Who is told and when, in order; empty where the case pinned no ladder. */
  rungs: z.array(z.strictObject({ rung: z.enum(RUNGS), at: Instant, reached: z.boolean() })),
  calendarVersion: z.string(),
  /** Whether a date on the way is only forecast by the calendar. */
  forecast: z.boolean(),
});
export type DeadlineExplanation = z.infer<typeof DeadlineExplanation>;

/** A date the applicant was told. */
export const PromisedDate = z.strictObject({
  dueAt: Instant,
  at: Instant,
  why: z.enum(PROMISE_REASONS),
});

/** The legal date as the applicant may check it with a wall calendar. */
export const DeadlineInShort = z.strictObject({
  startedAt: Instant,
  dueAt: Instant,
  amount: z.number(),
  unit: ClockLine.shape.unit,
  citation: z.string(),
  verified: z.boolean(),
  forecast: z.boolean(),
  days: z.array(ExplainedDay),
});
export type DeadlineInShort = z.infer<typeof DeadlineInShort>;
