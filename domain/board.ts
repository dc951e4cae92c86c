import * as z from 'zod';
import { CASE_KINDS, CaseId, CaseLine } from './case.ts';
import { CalendarDate, Instant } from './text.ts';

/** What the board is narrowed to; a supervisor of a province sees the own unit whatever is asked. */
export const BoardQuery = z.strictObject({
  unit: z.string().max(40).optional(),
  kind: z.enum(CASE_KINDS).optional(),
});

/** Open cases of a line of the board; all but `open` speak of the running legal clock. */
const Counts = z.strictObject({
  open: z.int(),
  late: z.int(),
  /** Not late yet, due before the end of today. */
  dueToday: z.int(),
  /** Not late yet, due before the end of the third day after today; today's are among them. */
  dueInThreeDays: z.int(),
  /** Past the instant of the first warning, not late yet. */
  atRisk: z.int(),
});
export type Counts = z.infer<typeof Counts>;

/** What is open now, in all, by step and by unit; derived when read. */
export const BoardCounts = z.strictObject({
  businessNow: Instant,
  /** Today and the third day after it, as the worklist behind the numbers takes them. */
  today: CalendarDate,
  thirdDay: CalendarDate,
  total: Counts,
  receivedToday: z.int(),
  issuedToday: z.int(),
  steps: z.array(Counts.extend({ step: z.string() })),
  units: z.array(
    Counts.extend({
      unit: z.string(),
      unitName: z.string(),
      provinceCode: z.string().nullable(),
    }),
  ),
});
export type BoardCounts = z.infer<typeof BoardCounts>;

/** What each unit did in the last 30 days, today among them. */
export const BoardFlows = z.strictObject({
  from: CalendarDate,
  to: CalendarDate,
  units: z.array(
    z.strictObject({
      unit: z.string(),
      received: z.int(),
      issued: z.int(),
      /** Legal clocks that ended, and those of them that ended late. */
      done: z.int(),
      doneLate: z.int(),
    }),
  ),
});
export type BoardFlows = z.infer<typeof BoardFlows>;

export const SPANS = [30, 90] as const;
export type Span = (typeof SPANS)[number];

export const DaysQuery = BoardQuery.extend({
  days: z.enum(SPANS.map(String) as ['30', '90']).default('30'),
});
/** Received, issued, closed, and open at the end of each day, oldest first. */
export const BoardDays = z.strictObject({
  days: z.array(
    z.strictObject({
      date: CalendarDate,
      received: z.int(),
      issued: z.int(),
      closed: z.int(),
      stock: z.int(),
    }),
  ),
});
export type BoardDays = z.infer<typeof BoardDays>;

/** The latest rungs that clocks have reached, the newest first. */
export const BoardEscalations = z.strictObject({
  escalations: z.array(
    z.strictObject({
      caseId: CaseId,
      clock: z.string(),
      rung: z.string(),
      dueAt: Instant,
      at: Instant,
    }),
  ),
});
export type BoardEscalations = z.infer<typeof BoardEscalations>;

/** Cases not late yet whose legal clock runs, the soonest due first. */
export const BoardSoonest = z.strictObject({ cases: z.array(CaseLine) });

/** Where an estimate comes from: finished cases of the unit, or of all units where it has too few. */
export const BASES = ['UNIT', 'NATION'] as const;

/** An open case that will probably be late, and why it is said. */
export const RescueLine = z.strictObject({
  line: CaseLine,
  /** Chance of ending late as things go; between 0 and 1, never either. */
  chance: z.number(),
  /** Finished cases that stood at the step as long as this one has. */
  compared: z.int(),
  /** Chance of ending late if it is treated like the quickest quarter of such cases. */
  hurried: z.number(),
  enteredAt: Instant,
  /** Office time (plain time where the term runs round the clock), milliseconds. */
  leftMs: z.number(),
  /** Median of what such cases still needed from here; null: it stands longer than any of them did. */
  usualMs: z.number().nullable(),
  samples: z.int(),
  basis: z.enum(BASES),
});
export type RescueLine = z.infer<typeof RescueLine>;

export const BoardRescue = z.strictObject({
  /** Acting now changes the outcome: what can be saved first, the surest first. */
  saveable: z.array(RescueLine),
  /** Not late yet, but even haste would hardly do. */
  lost: z.array(RescueLine),
  /** Open cases looked at: the soonest due of each step. */
  lookedAt: z.int(),
  /** Of those, cases for whose step there are too few finished ones to say anything. */
  unknown: z.int(),
  /** Day on which step times were last measured; null: not yet. */
  measuredOn: CalendarDate.nullable(),
});
export type BoardRescue = z.infer<typeof BoardRescue>;

/** What was said last month held against what came of it, by fifths of the scale. */
export const BoardCalibration = z.strictObject({
  /** First day of the month. */
  month: CalendarDate,
  bands: z.array(
    z.strictObject({
      /** The chance said, from and to, 0 to 1. */
      from: z.number(),
      to: z.number(),
      /** Cases that were called so and whose outcome is known. */
      called: z.int(),
      late: z.int(),
      /** Mean of the chances said; null without cases. */
      said: z.number().nullable(),
      /** Share that was late; null of too few cases. */
      came: z.number().nullable(),
      /** Range in which the true share lies in 95 of 100 cases. */
      low: z.number(),
      high: z.number(),
    }),
  ),
});
export type BoardCalibration = z.infer<typeof BoardCalibration>;
