import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { foldName } from '../../domain/foldName.ts';
import { numberKeyOf, type SuppliedInformation } from '../../domain/supply/information.ts';
import type { SUPPLY_CHANNELS } from '../../domain/supply/supply.ts';
import { sql } from '../sql.ts';

/** What is entered beside the information itself. */
export interface Entering {
  unit: string;
  /** Year of the book. */
  year: number;
  channel: (typeof SUPPLY_CHANNELS)[number];
  /** Null for what a supplier's own system sent. */
  receivedBy: string | null;
  receivedAt: string;
}

const Taken = z.object({
  id: z.string(),
  /** False when the same paper about the same person stands in the book already, as `id`. */
  taken: z.boolean(),
});

/** Information ready to be entered, under the id its entry will have. */
export type SupplyRow = ReturnType<typeof rowOf>;

export function rowOf(id: string, supply: SuppliedInformation, entering: Entering) {
  return { ...columnsOf(supply), ...entering, id };
}

/**
 * Who entered something under an id, or null where it is free; until the end of the transaction nobody else
 * enters anything under it, in whichever unit.
 */
export async function findTaker(db: CommonQueryMethods, id: string): Promise<string | null> {
  await db.query(sql.typeAlias('void')`
    SELECT FROM (SELECT pg_advisory_xact_lock(hashtextextended('supply entry ' || ${id}::text, 0))) AS locked
  `);
  return db.maybeOneFirst(sql.type(z.object({ by: z.string() }))`
    SELECT coalesce(received_by::text, 'AGENCY') AS by FROM supplies WHERE id = ${id}
  `);
}

/** Enter something into the book of its unit under the next number; the same id again changes nothing. */
export function takeSupply(
  db: CommonQueryMethods,
  id: string,
  supply: SuppliedInformation,
  entering: Entering,
): Promise<z.infer<typeof Taken>> {
  const row = JSON.stringify(rowOf(id, supply, entering));
  return db.one(sql.type(Taken)`SELECT id, taken FROM take_supply(${row}::jsonb)`);
}

/** Enter the next waiting rows of a batch, at most `most`; gives how many there were. */
export function takeSupplyRows(
  db: CommonQueryMethods,
  batch: string,
  entering: Entering,
  most: number,
): Promise<number> {
  return db.oneFirst(sql.type(z.object({ looked: z.int() }))`
    SELECT take_supply_rows(${batch}, ${JSON.stringify(entering)}::jsonb, ${most}) AS looked
  `);
}

/** Information as its columns: by what it is found, sorted and known again. */
export function columnsOf(supply: SuppliedInformation) {
  const { supplier, kind, number, date, effectiveDate, arrivedOn, person } = supply;
  return {
    supplierKind: supplier.kind,
    supplierName: supplier.name,
    supplierKey: supplier.unit ?? foldName(supplier.name),
    kind,
    number,
    numberKey: numberKeyOf(number),
    issuedOn: date,
    effectiveOn: effectiveDate,
    arrivedOn,
    personName: person.fullName,
    foldedName: foldName(person.fullName),
    birthDate: person.birthDate,
    body: supply,
  };
}
