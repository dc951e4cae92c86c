import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { SlipShown } from '../../domain/exchange/transferPage.ts';
import { Instant } from '../../domain/text.ts';
import { sql } from '../sql.ts';

const Entered = z.object({
  caseId: z.string().nullable(),
  unit: z.string(),
  person: z.object({
    fullName: z.string(),
    birthDate: z.string(),
    personalId: z.string().nullable(),
  }),
});
export type EnteredRecord = z.infer<typeof Entered>;

/** Who keeps a record of this number and whose it is, as last entered; null for a number nobody gave. */
export function findEntered(
  db: CommonQueryMethods,
  recordNumber: string,
): Promise<EnteredRecord | null> {
  return db.maybeOne(sql.type(Entered)`
    SELECT case_id AS "caseId", unit, jsonb_build_object('fullName', identity -> 'fullName',
      'birthDate', identity -> 'birthDate', 'personalId', identity -> 'personalId') AS person
    FROM known_persons WHERE record_number = ${recordNumber} ORDER BY id DESC LIMIT 1
  `);
}

/** Whether a slip tells of an approved change instead of what was typed. */
export function tellsOfChange(db: CommonQueryMethods, caseId: string): Promise<boolean> {
  return db.exists(sql.typeAlias('void')`
    SELECT FROM slips WHERE case_id = ${caseId} AND proposal IS NOT NULL
  `);
}

const Body = z.object({ body: z.unknown() });

/** What a row of `papers` says; throws NotFoundError when there is no such row. */
export function paperBody(
  db: CommonQueryMethods,
  caseId: string,
  paperId: string,
): Promise<unknown> {
  return db.oneFirst(sql.type(Body)`
    SELECT body FROM papers WHERE case_id = ${caseId} AND id = ${paperId}
  `);
}

/** Slips to a record, the earliest first, as the unit that keeps the record and the Centre see them. */
export function listSlips(
  db: CommonQueryMethods,
  recordNumber: string,
): Promise<readonly SlipShown[]> {
  return db.any(sql.type(SlipShown)`
    SELECT s.case_id AS "caseId", coalesce(c.step, 'ENTERED') AS step, o.updated_at AS "updatedAt"
    FROM slips s LEFT JOIN cases c USING (case_id) LEFT JOIN official_slips o USING (case_id)
    WHERE s.record_number = ${recordNumber} ORDER BY s.case_id
  `);
}

/** Number under which the paper went by post, as the province noted it last; null before. */
export function postalNumberOf(db: CommonQueryMethods, caseId: string): Promise<string | null> {
  return db.maybeOneFirst(sql.type(z.object({ postalNumber: z.string() }))`
    SELECT p.body ->> 'postalNumber' AS "postalNumber" FROM papers p
    WHERE p.case_id = ${caseId} AND p.act = 'postPaper' ORDER BY p.written_at DESC LIMIT 1
  `);
}

/** When a record or slip entered the Centre's database; null before. */
export function officialAt(db: CommonQueryMethods, caseId: string): Promise<string | null> {
  return db.maybeOneFirst(sql.type(z.object({ at: Instant }))`
    SELECT updated_at AS at FROM official_records WHERE case_id = ${caseId}
    UNION ALL SELECT updated_at FROM official_slips WHERE case_id = ${caseId}
  `);
}

/** Whether a transfer that was returned has been corrected since. */
export function isCorrected(db: CommonQueryMethods, caseId: string): Promise<boolean> {
  return db.exists(sql.typeAlias('void')`
    SELECT FROM case_events e WHERE e.case_id = ${caseId} AND e.act IN ('correct', 'correctSlip') AND NOT EXISTS (
      SELECT FROM case_events r WHERE r.case_id = e.case_id AND r.rev > e.rev
        AND r.act IN ('returnRecord', 'answerDifference'))
  `);
}
