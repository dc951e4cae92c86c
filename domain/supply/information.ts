import * as z from 'zod';
import { sent, UnitCode } from '../agencyMessage.ts';
import { foldName } from '../foldName.ts';
import { RecordSubmission } from '../record.ts';
import { CalendarDate, line, prose } from '../text.ts';
import { INFORMATION_KINDS, isJudgment, SUPPLIER_KINDS } from './kinds.ts';

/** A judgment without what its paper says of itself: section III of a record. */
const JudgmentContent = RecordSubmission.shape.judgment.omit({
  number: true,
  date: true,
  effectiveDate: true,
  court: true,
});

const Supplier = z.strictObject({ kind: z.enum(SUPPLIER_KINDS), name: line(150) });

/** What a supplier says, whoever writes it down. */
const Said = z.strictObject({
  kind: z.enum(INFORMATION_KINDS),
  number: line(60),
  date: CalendarDate,
  issuedBy: line(150),
  /** Day on which it took legal effect; null where the paper has none. */
  effectiveDate: CalendarDate.nullable(),
  person: RecordSubmission.shape.person,
  judgment: JudgmentContent.nullable(),
  content: prose(2000).nullable(),
  note: prose(1000).nullable(),
});

/**
 * One piece of information about one person as it arrived. What a judgment
 * says is in `judgment`, what any other paper says in `content`. A judgment of several persons is
 * several pieces.
 */
export const SuppliedInformation = z
  .strictObject({
    supplier: Supplier.extend({
      /** Where it is a unit this system knows. */
      unit: UnitCode.nullable(),
    }),
    /** Day on which it reached the unit: the supplier's term ends with it. */
    arrivedOn: CalendarDate,
    ...Said.shape,
  })
  .superRefine((supply, context) => {
    informationHolds(supply, context);
    if (!isBefore(supply.arrivedOn, supply.date)) return;
    context.addIssue({ code: 'custom', path: ['arrivedOn'], message: 'ARRIVED_BEFORE_ISSUE' });
  });
export type SuppliedInformation = z.infer<typeof SuppliedInformation>;

/**
 * The same as a supplier's own system signs it: which of our units it is for, and the information of one
 * person. Who supplies is the signer; the day of arrival is the day the door takes it.
 */
export const SupplyMessage = z.strictObject({
  ...sent,
  toUnit: UnitCode,
  information: z.strictObject({ supplier: Supplier, ...Said.shape }).superRefine(informationHolds),
});
export type SupplyMessage = z.infer<typeof SupplyMessage>;

function informationHolds(
  { kind, judgment, effectiveDate, date, content }: z.infer<typeof Said>,
  context: z.RefinementCtx,
): void {
  const refuse = (path: string, message: string): void => {
    context.addIssue({ code: 'custom', path: [path], message });
  };
  if (isJudgment(kind)) {
    if (judgment === null) refuse('judgment', 'REQUIRED');
    if (effectiveDate === null) refuse('effectiveDate', 'REQUIRED');
  } else if (content === null) refuse('content', 'REQUIRED');
  if (effectiveDate !== null && isBefore(effectiveDate, date)) {
    refuse('effectiveDate', 'EFFECTIVE_BEFORE_JUDGMENT');
  }
}

/** Whether a date lies before another; of what is no date nothing is said twice. */
function isBefore(date: string, other: string): boolean {
  return date < other && [date, other].every((one) => CalendarDate.safeParse(one).success);
}

/** By what the number of a paper is known again, however spaced and spelled. */
export function numberKeyOf(number: string): string {
  return foldName(number).replaceAll(' ', '');
}
