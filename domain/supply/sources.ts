import * as z from 'zod';
import { dueAt } from '../clock/term.ts';
import type { CalendarSlice } from '../clock/law.ts';
import { dateOf, dayNumberOfDate, startOfDay, type DateText } from '../instant.ts';
import { budgetShape, source, wholeDays } from '../law/source.ts';
import {
  INFORMATION_KINDS,
  type InformationKind,
  SUPPLIER_KINDS,
  type SupplierKind,
} from './kinds.ts';

/** Which kind of unit keeps the book in which something is to be entered. */
const DESTINATIONS = ['STP', 'CENTRE'] as const;

const Term = z.strictObject({ ...budgetShape, ...source }).refine(...wholeDays);

/** What suppliers of a kind send where, and within which term (TTLT 04/2012). */
export const SupplyRule = z.strictObject({
  suppliers: z.array(z.enum(SUPPLIER_KINDS)).min(1),
  kinds: z.array(z.enum(INFORMATION_KINDS)).min(1),
  to: z.enum(DESTINATIONS),
  term: Term,
  /** Counted from the request instead, where the information was asked for; null where no term was found. */
  onRequest: Term.nullable(),
});
export type SupplyRule = z.infer<typeof SupplyRule>;

/** `data/supply/sources.json`: no supplier owes one kind of information twice. */
export const SupplySources = z
  .strictObject({
    /** From which day terms are counted: the day of effect, else the day of the paper. */
    countedFrom: z.strictObject(source),
    rules: z.array(SupplyRule).min(1),
  })
  .superRefine(({ rules }, context) => {
    const seen = new Set<string>();
    rules.forEach(({ suppliers, kinds }, index) => {
      for (const supplier of suppliers) {
        for (const kind of kinds) {
          const pair = `${supplier} ${kind}`;
          if (seen.has(pair)) {
            const path = ['rules', index, 'kinds', kinds.indexOf(kind)];
            context.addIssue({ code: 'custom', path, message: `${pair} is ruled twice` });
          }
          seen.add(pair);
        }
      }
    });
  });
export type SupplySources = z.infer<typeof SupplySources>;

/** The rule for what a supplier sends, or null when it supplies no such thing. */
export function ruleFor(
  { rules }: SupplySources,
  supplier: SupplierKind,
  kind: InformationKind,
): SupplyRule | null {
  const found = rules.find(
    ({ suppliers, kinds }) => suppliers.includes(supplier) && kinds.includes(kind),
  );
  return found ?? null;
}

/** Something supplied, by its dates alone. */
export interface Supplied {
  supplier: SupplierKind;
  kind: InformationKind;
  /** Day of effect, else of the paper. */
  from: DateText;
  arrivedOn: DateText;
}

export interface Punctuality {
  /** Last day of the term; null where no rule is known or the calendar does not reach so far back. */
  dueOn: DateText | null;
  late: boolean | null;
  /** Calendar days from the first day to the arrival. */
  days: number;
}

/** When something was due and whether it came late: derived whenever it is asked, stored nowhere. */
export function punctualityOf(
  { supplier, kind, from, arrivedOn }: Supplied,
  sources: SupplySources,
  calendar: CalendarSlice,
): Punctuality {
  const rule = ruleFor(sources, supplier, kind);
  const days = dayNumberOfDate(arrivedOn) - dayNumberOfDate(from);
  if (rule === null || from < calendar.from) return { dueOn: null, late: null, days };
  const dueOn = dateOf(dueAt(startOfDay(from), rule.term, calendar));
  return { dueOn, late: arrivedOn > dueOn, days };
}
