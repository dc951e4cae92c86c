import * as z from 'zod';
import { CaseId } from '../caseId.ts';
import { RECONCILIATION_STEPS } from '../flow/reconciliationState.ts';
import { source } from '../law/source.ts';
import { INFORMATION_KINDS, SUPPLIER_KINDS } from '../supply/kinds.ts';
import { CalendarDate, Instant, line, PartialDate, prose } from '../text.ts';
import { Period } from './period.ts';

/** HERE is the unit whose book is compared, THERE the Centre or the supplier. */
export const FINDINGS = ['MISSING_HERE', 'MISSING_THERE', 'DIFFERENT'] as const;
export type Finding = (typeof FINDINGS)[number];

/** Where a difference stands; derived from what was noted with it. */
export const DIFFERENCE_STATES = ['OPEN', 'ASKED', 'SETTLED'] as const;
export type DifferenceState = (typeof DIFFERENCE_STATES)[number];

/**
 * How a difference is settled: mended by a slip, an amendment of a record or a late reception, which must
 * have made both sides alike; or explained by a person. COMPARED_AGAIN: a later comparison found it gone.
 */
export const SETTLED_BY_HAND = ['SLIP', 'AMENDMENT', 'LATE_RECEPTION', 'EXPLAINED'] as const;
export const SETTLEMENTS = [...SETTLED_BY_HAND, 'COMPARED_AGAIN'] as const;

/** What a run compares; the body of its case. */
export const ReconciliationOrder = z.strictObject({
  /** Null: the National Centre. `key`: as the reception book knows the supplier. */
  supplier: z
    .strictObject({ kind: z.enum(SUPPLIER_KINDS), name: line(150), key: z.string() })
    .nullable(),
  period: Period,
  /** By which rule it was begun; null: by hand. */
  rule: z.strictObject(source).nullable(),
});
export type ReconciliationOrder = z.infer<typeof ReconciliationOrder>;

/**
 * Body of `POST /exchange/reconciliations`; without a period, the quarter that runs. With the Centre whole books
 * are compared: no period narrows that.
 */
export const ReconciliationBody = z
  .strictObject({
    unit: z.string().max(40),
    supplier: z
      .strictObject({ kind: z.enum(SUPPLIER_KINDS), name: line(150) })
      .nullable()
      .default(null),
    period: Period.optional(),
  })
  .refine(({ supplier, period }) => supplier !== null || period === undefined, {
    error: 'WHOLE_BOOKS',
    path: ['period'],
  });

/**
 * A comparison of two books, with what is open of it: with a supplier for a period, with the Centre whole, at the
 * end of a period or when somebody began it.
 */
export const Reconciliation = z.strictObject({
  caseId: CaseId,
  step: z.enum(RECONCILIATION_STEPS),
  rev: z.int(),
  unit: z.string(),
  supplierKind: z.enum(SUPPLIER_KINDS).nullable(),
  supplierName: z.string().nullable(),
  period: Period,
  rule: z.strictObject(source).nullable(),
  at: Instant,
  /** Null where the calendar began it. */
  startedBy: z.string().nullable(),
  /** What either side has; null before the lists were compared. */
  hereCount: z.int().nullable(),
  thereCount: z.int().nullable(),
  findings: z.int(),
  open: z.int(),
  asked: z.int(),
  endedAt: Instant.nullable(),
  endedBy: z.string().nullable(),
});
export type Reconciliation = z.infer<typeof Reconciliation>;

/** The period that a run is of; null where whole books are compared with the Centre and no calendar began it. */
export function periodOfRun({
  supplierKind,
  rule,
  period,
}: Pick<Reconciliation, 'supplierKind' | 'rule' | 'period'>): string | null {
  return supplierKind === null && rule === null ? null : period;
}

export const ReconciliationQuery = z.strictObject({
  which: z.enum(['open', 'ended', 'all']).default('open'),
  counterpart: z.enum(['CENTRE', 'SUPPLIER']).optional(),
  q: z.string().trim().max(120).default(''),
  sort: z.enum(['begun', 'period', 'open']).default('begun'),
  descending: z.stringbool().default(true),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ReconciliationQuery = z.infer<typeof ReconciliationQuery>;
export const Reconciliations = z.strictObject({ runs: z.array(Reconciliation), total: z.int() });

/** What one side knows of one paper about one person. */
export const PaperKnown = z.strictObject({
  kind: z.enum(INFORMATION_KINDS),
  number: line(60),
  date: CalendarDate,
  /** Null where a list does not say it. */
  effectiveDate: CalendarDate.nullable(),
  personName: line(100),
  birthDate: PartialDate.nullable(),
});
export type PaperKnown = z.infer<typeof PaperKnown>;

/** Something that both sides do not have alike, and what became of it. */
export const DifferenceLine = z.strictObject({
  key: z.string(),
  /** Number of the record, of the slip's transfer, or of the supplied paper. */
  number: z.string(),
  /** Whom it is about, as one of the sides has the name. */
  personName: z.string().nullable(),
  finding: z.enum(FINDINGS),
  state: z.enum(DIFFERENCE_STATES),
  /** Of supplied papers only. */
  here: PaperKnown.nullable(),
  there: PaperKnown.nullable(),
  fields: z.array(z.string()),
  askedBy: z.string().nullable(),
  askedAt: Instant.nullable(),
  question: z.string().nullable(),
  settlement: z.enum(SETTLEMENTS).nullable(),
  settledBy: z.string().nullable(),
  settledAt: Instant.nullable(),
  note: z.string().nullable(),
});
export type DifferenceLine = z.infer<typeof DifferenceLine>;

export const DifferenceQuery = z.strictObject({
  state: z.enum(DIFFERENCE_STATES).optional(),
  finding: z.enum(FINDINGS).optional(),
  q: z.string().trim().max(120).default(''),
  sort: z.enum(['number', 'finding', 'settled']).default('number'),
  descending: z.stringbool().default(false),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type DifferenceQuery = z.infer<typeof DifferenceQuery>;
export const Differences = z.strictObject({ differences: z.array(DifferenceLine), total: z.int() });

const keys = z.array(z.string().max(400)).min(1).max(200);
/** Bodies of `POST /exchange/reconciliations/{caseId}/questions` and `…/settlements`. */
export const QuestionBody = z.strictObject({ keys, note: prose(500) });
export const SettlementBody = z.strictObject({
  keys,
  settlement: z.enum(SETTLED_BY_HAND),
  note: prose(500),
});
