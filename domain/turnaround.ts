import * as z from 'zod';
import { HOLDERS } from './flow/holder.ts';
import { Instant } from './text.ts';

/** Days the figures of the board look back on, today included. */
export const BOARD_DAYS = 30;
/** Working days within which an asked unit should answer; the first is not counted. A norm of the office. */
export const QUICK_DAYS = 5;

const part = {
  /** Office-hours milliseconds held. */
  workingMs: z.number(),
  /** Part of all office time of the cases, 0 to 1. */
  share: z.number(),
  /** Open cases it has now. */
  open: z.int(),
};

/** Who holds the clock: shares of the office time of all cases of the last days, by kind of holder and unit. */
export const HolderShares = z.strictObject({
  from: Instant,
  to: Instant,
  workingMs: z.number(),
  holders: z.array(
    z.strictObject({
      holder: z.enum(HOLDERS),
      ...part,
      units: z.array(
        z.strictObject({ unit: z.string().nullable(), unitName: z.string().nullable(), ...part }),
      ),
    }),
  ),
});
export type HolderShares = z.infer<typeof HolderShares>;

/** How a police or court unit answered in the last days, and what it owes now. */
export const Turnaround = z.strictObject({
  answered: z.int(),
  /** Working days from the question to the answer, the day of the question not counted; null without answers. */
  median: z.int().nullable(),
  percentile85: z.int().nullable(),
  /**
   * Shares, 0 to 1, of the answers and the open questions that are overdue: answered within their term, and
   * within {@link QUICK_DAYS}; null without either.
   */
  withinTerm: z.number().nullable(),
  withinFiveDays: z.number().nullable(),
  open: z.int(),
  overdue: z.int(),
  /** When the oldest open question was asked. */
  oldestAskedAt: Instant.nullable(),
});

/** Of a unit that was asked nothing lately. */
export const NOTHING_ASKED: z.infer<typeof Turnaround> = {
  answered: 0,
  median: null,
  percentile85: null,
  withinTerm: null,
  withinFiveDays: null,
  open: 0,
  overdue: 0,
  oldestAskedAt: null,
};

/** The same with the unit's name, one line of the league. */
export const LeagueLine = z.strictObject({
  unit: z.string(),
  unitName: z.string(),
  kind: z.string(),
  ...Turnaround.shape,
});
export type LeagueLine = z.infer<typeof LeagueLine>;

export const League = z.strictObject({ from: Instant, to: Instant, units: z.array(LeagueLine) });
export type League = z.infer<typeof League>;
