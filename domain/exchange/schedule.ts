import * as z from 'zod';
import type { DateText } from '../instant.ts';
import { source } from '../law/source.ts';
import { SUPPLIER_KINDS } from '../supply/kinds.ts';
import { lastEnded, RHYTHMS } from './period.ts';

/** Whose book is compared with whose, and how often. */
const Rule = z.strictObject({
  /** Kind of the unit that keeps the book. */
  of: z.enum(['STP', 'CENTRE']),
  /** Suppliers of these kinds; null: the National Centre with its copies. */
  suppliers: z.array(z.enum(SUPPLIER_KINDS)).min(1).nullable(),
  every: z.enum(RHYTHMS),
  ...source,
});
export type ReconciliationRule = z.infer<typeof Rule>;

/** `data/supply/reconciliation.json`. */
export const ReconciliationSchedule = z.strictObject({ rules: z.array(Rule).min(1) });
export type ReconciliationSchedule = z.infer<typeof ReconciliationSchedule>;

/** What is to be compared now: each rule with the period that ended last before a day. */
export function dueBefore(
  { rules }: ReconciliationSchedule,
  day: DateText,
): { rule: ReconciliationRule; period: string }[] {
  return rules.map((rule) => ({ rule, period: lastEnded(rule.every, day) }));
}
