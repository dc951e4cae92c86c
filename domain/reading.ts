import * as z from 'zod';
import { AccountId } from './account.ts';
import { CalendarDate, Instant } from './text.ts';

/** What the readings of a case are asked for: those of some days, first and last included; all of them if neither is given. */
export const ReadingsQuery = z
  .strictObject({ from: CalendarDate.optional(), to: CalendarDate.optional() })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ['to'],
    message: 'ENDS_BEFORE_IT_BEGINS',
  });
export type ReadingsQuery = z.infer<typeof ReadingsQuery>;

/** Lines of one answer; who wants earlier ones asks for a period. */
export const READINGS_SHOWN = 300;

/** What one account read of a case on one day, and how often. Tells nothing of the person. */
export const Reading = z.strictObject({
  account: AccountId,
  name: z.string(),
  title: z.string(),
  unitName: z.string(),
  /** The page, list or file that was read, such as `case` or `desk.csv`. */
  what: z.string(),
  times: z.int().min(1),
  first: Instant,
  last: Instant,
});

/** Who read a case's person, the latest first; `more` when there are earlier ones than are shown. */
export const Readings = z.strictObject({ readings: z.array(Reading), more: z.boolean() });
export type Readings = z.infer<typeof Readings>;
