import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import {
  Dispatch,
  DispatchItem,
  type DispatchQuery,
  MOST_ITEMS,
  WaitingItem,
} from '../../domain/exchange/dispatch.ts';
import { sql } from '../sql.ts';
import { containing } from './textSearch.ts';

/**
 * Sent transfers of a unit that stand in no cover letter, the earliest first; of `among` where it is given.
 * What was sent before the unit had letters waits for none.
 */
export function listWaiting(
  db: CommonQueryMethods,
  unit: string,
  among: readonly string[] | null = null,
): Promise<readonly WaitingItem[]> {
  const named = among === null ? null : sql.array([...among], 'text');
  return db.any(sql.type(WaitingItem)`
    SELECT c.case_id AS "caseId", (c.state ->> 'sendings')::int AS sending,
      CASE WHEN c.state -> 'slip' = 'true' THEN 'SLIP' ELSE 'RECORD' END AS kind,
      c.state ->> 'recordNumber' AS "recordNumber",
      coalesce(p.body #>> '{person,fullName}', s.full_name) AS "personName",
      coalesce(p.body #>> '{person,birthDate}', s.birth_date) AS "birthDate",
      coalesce(p.body #>> '{judgment,number}', p.body #>> '{document,number}') AS "documentNumber",
      e.at AS "sentAt"
    FROM cases c JOIN subjects s USING (case_id)
      JOIN papers p ON p.case_id = c.case_id AND p.id = (c.state ->> 'recordPaperId')::uuid
      CROSS JOIN LATERAL (SELECT max(at) AS at FROM case_events v
        WHERE v.case_id = c.case_id AND v.act = 'send') e
    WHERE c.kind = 'TRANSFER' AND c.unit = ${unit} AND c.step NOT IN ('ENTERED', 'RETURNED', 'ABANDONED')
      AND (${named}::text[] IS NULL OR c.case_id = ANY (${named}))
      AND NOT EXISTS (SELECT FROM dispatch_items i
        WHERE i.case_id = c.case_id AND i.sending = (c.state ->> 'sendings')::int)
      AND NOT EXISTS (SELECT FROM sent_before_letters b
        WHERE b.case_id = c.case_id AND b.sending = (c.state ->> 'sendings')::int)
    ORDER BY e.at, c.case_id LIMIT ${MOST_ITEMS}
  `);
}

const Stored = Dispatch.extend({ unit: z.string(), ruleSetId: z.string() });
export type StoredDispatch = z.infer<typeof Stored>;
const columns = sql.fragment`
  d.id, d.number, d.year, d.made_at AS "madeAt", a.display_name AS "madeBy", d.unit,
  d.rule_set_id AS "ruleSetId", n.records, n.slips
`;
const tables = sql.fragment`
  dispatches d JOIN accounts a ON a.id = d.made_by
  CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE i.line ->> 'kind' = 'RECORD')::int AS records,
    count(*) FILTER (WHERE i.line ->> 'kind' = 'SLIP')::int AS slips
    FROM dispatch_items i WHERE i.dispatch_id = d.id) n
`;

/** A page of a unit's cover letters, the latest first. */
export async function listDispatches(
  db: CommonQueryMethods,
  unit: string,
  { q, page, limit }: DispatchQuery,
): Promise<{ dispatches: readonly StoredDispatch[]; total: number }> {
  const found =
    q === ''
      ? sql.fragment`true`
      : sql.fragment`(d.number ILIKE ${containing(q)} OR EXISTS (SELECT FROM dispatch_items i
          WHERE i.dispatch_id = d.id AND (i.case_id = ${q} OR i.line ->> 'recordNumber' = ${q}
            OR i.line ->> 'personName' ILIKE ${containing(q)})))`;
  const dispatches = await db.any(sql.type(Stored)`
    SELECT ${columns} FROM ${tables} WHERE d.unit = ${unit} AND ${found}
    ORDER BY d.year DESC, d.serial DESC LIMIT ${limit} OFFSET ${(page - 1) * limit}
  `);
  const total = await db.oneFirst(sql.type(z.object({ count: z.int() }))`
    SELECT count(*)::int AS count FROM dispatches d WHERE d.unit = ${unit} AND ${found}
  `);
  return { dispatches, total };
}

export function findDispatch(db: CommonQueryMethods, id: string): Promise<StoredDispatch | null> {
  return db.maybeOne(sql.type(Stored)`SELECT ${columns} FROM ${tables} WHERE d.id = ${id}`);
}

/** What a cover letter lists, in its order. */
export function listItems(db: CommonQueryMethods, id: string): Promise<readonly DispatchItem[]> {
  return db.anyFirst(sql.type(z.object({ line: DispatchItem }))`
    SELECT line FROM dispatch_items WHERE dispatch_id = ${id} ORDER BY place
  `);
}

/** The cover letter under which a transfer was sent last, or null. */
export function dispatchOf(
  db: CommonQueryMethods,
  caseId: string,
): Promise<{ id: string; number: string } | null> {
  return db.maybeOne(sql.type(z.object({ id: z.string(), number: z.string() }))`
    SELECT d.id, d.number FROM dispatch_items i JOIN dispatches d ON d.id = i.dispatch_id
    WHERE i.case_id = ${caseId} ORDER BY i.sending DESC LIMIT 1
  `);
}

/** Transfers that stand in a cover letter. */
export function listCovered(db: CommonQueryMethods, id: string): Promise<readonly string[]> {
  return db.anyFirst(sql.type(z.object({ caseId: z.string() }))`
    SELECT case_id AS "caseId" FROM dispatch_items WHERE dispatch_id = ${id} ORDER BY place
  `);
}
