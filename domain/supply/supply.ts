import * as z from 'zod';
import { RecordNumber, type RecordSubmission } from '../record.ts';
import { RecordTold } from '../record/knownJudgment.ts';
import { MOST_SCANS, Scan } from '../scan.ts';
import { CalendarDate, Instant, prose } from '../text.ts';
import { SuppliedInformation } from './information.ts';
import { INFORMATION_KINDS, SUPPLIER_KINDS } from './kinds.ts';

/** How information comes: typed from a paper or from a letter by e-mail, as a row of a file, or signed by the supplier's system. */
export const SUPPLY_CHANNELS = ['PAPER', 'MESSAGE', 'FILE', 'SIGNED'] as const;
/**
 * What became of an entry: used for a record, refused, or kept without one; a person decides each.
 */
export const SUPPLY_STATES = ['RECEIVED', 'USED', 'REFUSED', 'KEPT'] as const;
export type SupplyState = (typeof SUPPLY_STATES)[number];

/** Body of `POST /supplies`. */
export const SupplyBody = z.strictObject({
  supply: SuppliedInformation,
  channel: z.enum(['PAPER', 'MESSAGE']),
  scans: z.array(z.uuid()).max(MOST_SCANS).default([]),
});

/** The record that a judgment makes; null for what is no judgment in force. */
export function recordOf(supply: SuppliedInformation): RecordSubmission | null {
  const { judgment, effectiveDate, number, date, issuedBy, person, note } = supply;
  if (judgment === null || effectiveDate === null) return null;
  return { person, judgment: { number, date, effectiveDate, court: issuedBy, ...judgment }, note };
}

/** One line of the reception book. `bookNumber` counts from 1 each year without gaps (TT 13/2011 Art. 16). */
export const SupplyLine = z.strictObject({
  id: z.uuid(),
  year: z.int(),
  bookNumber: z.int(),
  supplierKind: z.enum(SUPPLIER_KINDS),
  supplierName: z.string(),
  kind: z.enum(INFORMATION_KINDS),
  number: z.string(),
  date: CalendarDate,
  effectiveDate: CalendarDate.nullable(),
  arrivedOn: CalendarDate,
  personName: z.string(),
  birthDate: z.string(),
  channel: z.enum(SUPPLY_CHANNELS),
  state: z.enum(SUPPLY_STATES),
  caseId: z.string().nullable(),
  recordNumber: z.string().nullable(),
  receivedBy: z.string(),
  receivedAt: Instant,
  /** Last day of the supplier's term, and whether it came later; null where no term is known. */
  dueOn: CalendarDate.nullable(),
  late: z.boolean().nullable(),
});
export type SupplyLine = z.infer<typeof SupplyLine>;

/** An entry in full; `known` names records that may be of the same person. */
export const SupplyEntry = z.strictObject({
  line: SupplyLine,
  supply: SuppliedInformation,
  scans: z.array(Scan),
  settledBy: z.string().nullable(),
  settledAt: Instant.nullable(),
  reason: z.string().nullable(),
  /** Id of the signed message it came by, in its sender's name; null for anything else. */
  messageId: z.string().nullable(),
  term: z.strictObject({ citation: z.string(), verified: z.boolean() }).nullable(),
  known: z.array(RecordTold),
});
export type SupplyEntry = z.infer<typeof SupplyEntry>;

/** Where an entry stands: the same message again is told the same. */
export const BookPlace = SupplyLine.pick({ id: true, year: true, bookNumber: true }).extend({
  unit: z.string(),
});
export type BookPlace = z.infer<typeof BookPlace>;

export const SUPPLY_SORTS = ['book', 'arrived', 'person'] as const;
export const SupplyQuery = z.strictObject({
  q: z.string().trim().max(120).default(''),
  supplierKind: z.enum(SUPPLIER_KINDS).optional(),
  kind: z.enum(INFORMATION_KINDS).optional(),
  state: z.enum(SUPPLY_STATES).optional(),
  channel: z.enum(SUPPLY_CHANNELS).optional(),
  year: z.coerce.number().int().min(2010).max(2100).optional(),
  batch: z.uuid().optional(),
  sort: z.enum(SUPPLY_SORTS).default('book'),
  descending: z.stringbool().default(true),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type SupplyQuery = z.infer<typeof SupplyQuery>;
export const Supplies = z.strictObject({ supplies: z.array(SupplyLine), total: z.int() });

/** Body of `POST /supplies/{id}/settlement`. */
export const SupplySettlement = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('REFUSED'), reason: prose(500) }),
  z.strictObject({ state: z.literal('KEPT'), reason: prose(500) }),
  /** It supplements a record that is there. */
  z.strictObject({ state: z.literal('USED'), recordNumber: RecordNumber }),
]);
export type SupplySettlement = z.infer<typeof SupplySettlement>;

/** Body of `POST /supplies/{id}/record`: `despite` says that the records known are of another person. */
export const RecordOrder = z.strictObject({ despite: z.boolean().default(false) });

/** How punctually one supplier supplies; days are calendar days from the first day of the term. */
export const SupplierLine = z.strictObject({
  supplierKind: z.enum(SUPPLIER_KINDS),
  supplierName: z.string(),
  received: z.int(),
  onTime: z.int(),
  late: z.int(),
  /** No term known, or before the published calendar. */
  uncounted: z.int(),
  medianDays: z.number(),
});
export type SupplierLine = z.infer<typeof SupplierLine>;
export const SupplierQuery = z.strictObject({
  year: z.coerce.number().int().min(2010).max(2100).optional(),
});
export const Suppliers = z.strictObject({
  year: z.int(),
  /** Provision from which day terms are counted. */
  countedFrom: z.strictObject({ citation: z.string(), verified: z.boolean() }),
  suppliers: z.array(SupplierLine),
});
