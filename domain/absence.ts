import * as z from 'zod';
import { AccountId } from './account.ts';
import { isWorkingDay } from './clock/workingTime.ts';
import type { CalendarSlice } from './clock/law.ts';
import { addDays, type DateText } from './instant.ts';
import type { Role } from './role.ts';
import { CalendarDate, Instant, line } from './text.ts';

export const ABSENCE_REASONS = ['LEAVE', 'SICK', 'TRAINING', 'TRAVEL', 'OTHER'] as const;

/** Longest absence that is entered at once, in days. */
const LONGEST_DAYS = 366;
/** How far ahead supervisors look for days without cover. */
export const LOOK_AHEAD_DAYS = 14;

/** An absence as it is entered; whole days, first and last included. */
export const AbsenceToEnter = z
  .strictObject({
    /** Who will be away; oneself, or somebody of the unit for whom the head enters it. */
    account: AccountId,
    from: CalendarDate,
    to: CalendarDate,
    /** Who covers; null leaves the work to the unit's queue. */
    delegate: AccountId.nullable(),
    reason: z.enum(ABSENCE_REASONS),
    note: line(200).nullable(),
  })
  .refine(({ from, to }) => from <= to, { error: 'ENDS_BEFORE_START', path: ['to'] })
  .refine(({ from, to }) => to <= addDays(from, LONGEST_DAYS - 1), {
    error: 'ABSENCE_TOO_LONG',
    path: ['to'],
  })
  .refine(({ account, delegate }) => account !== delegate, {
    error: 'DELEGATE_IS_SELF',
    path: ['delegate'],
  });
export type AbsenceToEnter = z.infer<typeof AbsenceToEnter>;

const Someone = z.strictObject({ id: AccountId, displayName: z.string(), title: z.string() });

/** An absence as lists show it. */
export const Absence = z.strictObject({
  id: z.uuid(),
  person: Someone,
  delegate: Someone.nullable(),
  from: CalendarDate,
  to: CalendarDate,
  /** Null to whoever is neither the person nor in charge of the unit. */
  reason: z.enum(ABSENCE_REASONS).nullable(),
  note: z.string().nullable(),
  enteredBy: z.string(),
  enteredAt: Instant,
  cancelledAt: Instant.nullable(),
  /** Cases that are with the delegate, or in the unit's queue, in this person's stead now. */
  covered: z.int(),
  /** Cases, and open requests of a liaison, on the person's own desk now. */
  onDesk: z.int(),
  /** Days from today on on which the delegate, too, is away; all days without a delegate. */
  uncoveredDays: z.array(CalendarDate),
});
export type Absence = z.infer<typeof Absence>;

export const ABSENCE_STATES = ['now', 'ahead', 'uncovered', 'past', 'cancelled', 'all'] as const;
export const AbsencesQuery = z.strictObject({
  state: z.enum(ABSENCE_STATES).default('all'),
  person: AccountId.optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type AbsencesQuery = z.infer<typeof AbsencesQuery>;

export const Absences = z.strictObject({
  absences: z.array(Absence),
  total: z.int(),
  /** Absences that lie in the next two weeks, at least in part. */
  near: z.int(),
  /** Absences of the next two weeks with working days on which nobody covers. */
  uncovered: z.int(),
});
export type Absences = z.infer<typeof Absences>;

/** What concerns the signed-in person: the own absences, and for whom they stand in. */
export const MyAbsences = z.strictObject({
  own: z.array(Absence),
  covering: z.array(Absence),
  /** The business date, by which "now" is meant. */
  today: CalendarDate,
});
export type MyAbsences = z.infer<typeof MyAbsences>;

/** Roles without a desk: nobody covers through them. */
const WITHOUT_DESK: readonly Role[] = ['SUPERVISOR', 'SYSTEM_ADMIN', 'INTEGRATION'];

/** Whether somebody can take over any of another person's work: a role with a desk in common. */
export function canCover(absent: readonly Role[], delegate: readonly Role[]): boolean {
  return absent.some((role) => !WITHOUT_DESK.includes(role) && delegate.includes(role));
}

/** Working days from one date to another, both included, as far as the calendar is published. */
export function workingDaysBetween(
  from: DateText,
  to: DateText,
  calendar: CalendarSlice,
): DateText[] {
  const days: DateText[] = [];
  const end = to < calendar.to ? to : calendar.to;
  for (let date = from; date <= end; date = addDays(date, 1)) {
    if (date >= calendar.from && isWorkingDay(date, calendar)) days.push(date);
  }
  return days;
}
