import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { ArrivalLine, type ArrivalQuery } from '../../domain/exchange/arrival.ts';
import { Instant } from '../../domain/text.ts';
import { sql } from '../sql.ts';

/** Lines on one page of the register. */
export const ARRIVALS_PER_PAGE = 50;

// A paper belongs to the case whose log names it; a case refers to each paper once.
const matched = sql.fragment`
  SELECT e.case_id FROM case_events e
  WHERE e.codes ->> 'copyPaperId' = a.id::text
    AND e.case_id IN (SELECT k.case_id FROM known_persons k
        WHERE a.kind = 'RECORD' AND k.record_number = a.record_number
      UNION SELECT a.transfer_number WHERE a.kind = 'SLIP')
  LIMIT 1
`;

const Waiting = z.object({
  id: z.string(),
  kind: z.enum(['RECORD', 'SLIP']),
  recordNumber: z.string(),
  transferNumber: z.string().nullable(),
  body: z.unknown(),
  registeredBy: z.string(),
  arrivedAt: Instant,
});
export type WaitingPaper = z.infer<typeof Waiting>;

const columns = sql.fragment`
  a.id, a.kind, a.record_number AS "recordNumber", a.transfer_number AS "transferNumber", a.body,
  a.registered_by AS "registeredBy", a.arrived_at AS "arrivedAt"
`;

/** The paper of a record, or of a slip by its own transfer number, that no case has yet; the latest. */
export function findWaiting(
  db: CommonQueryMethods,
  recordNumber: string,
  slipNumber: string | null,
): Promise<WaitingPaper | null> {
  return db.maybeOne(sql.type(Waiting)`
    SELECT ${columns} FROM paper_arrivals a
    WHERE a.record_number = ${recordNumber} AND a.transfer_number IS NOT DISTINCT FROM ${slipNumber}
      AND NOT EXISTS (${matched})
    ORDER BY a.arrived_at DESC LIMIT 1
  `);
}

export function findArrival(db: CommonQueryMethods, id: string): Promise<WaitingPaper | null> {
  return db.maybeOne(sql.type(Waiting)`SELECT ${columns} FROM paper_arrivals a WHERE a.id = ${id}`);
}

const Listed = ArrivalLine.extend({ total: z.int() });

/** A page of the register, the latest first, with how many lines match. */
export async function listArrivals(
  db: CommonQueryMethods,
  { waiting, q, page }: z.infer<typeof ArrivalQuery>,
  perPage = ARRIVALS_PER_PAGE,
): Promise<{ arrivals: ArrivalLine[]; total: number }> {
  const starts = `${(q ?? '').replace(/[\\%_]/gu, String.raw`\$&`)}%`;
  const which =
    waiting === undefined
      ? sql.fragment`true`
      : sql.fragment`(m.case_id IS NULL) = ${waiting === 'true'}`;
  const rows = await db.any(sql.type(Listed)`
    SELECT a.id, a.kind, a.record_number AS "recordNumber", a.transfer_number AS "transferNumber",
      a.postal_number AS "postalNumber", a.body #>> '{person,fullName}' AS "personName",
      a.arrived_at AS "arrivedAt", b.display_name AS "registeredBy", m.case_id AS "caseId",
      (count(*) OVER ())::int AS total
    FROM paper_arrivals a JOIN accounts b ON b.id = a.registered_by
      LEFT JOIN LATERAL (${matched}) m ON true
    WHERE ${which} AND (a.record_number ILIKE ${starts} OR a.transfer_number ILIKE ${starts}
      OR a.postal_number ILIKE ${starts})
    ORDER BY a.arrived_at DESC, a.id LIMIT ${perPage} OFFSET ${(page - 1) * perPage}
  `);
  return {
    arrivals: rows.map(({ total: _total, ...line }) => line),
    total: rows[0]?.total ?? 0,
  };
}
