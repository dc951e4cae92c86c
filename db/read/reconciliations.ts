import type { CommonQueryMethods, FragmentSqlToken } from 'slonik';
import * as z from 'zod';
import {
  Reconciliation,
  type ReconciliationOrder,
  type ReconciliationQuery,
} from '../../domain/exchange/reconciliation.ts';
import { sql } from '../sql.ts';
import { containing } from './textSearch.ts';

const Stored = Reconciliation.extend({ id: z.string(), supplierKey: z.string().nullable() });
export type StoredRun = z.infer<typeof Stored>;
const Total = z.object({ count: z.int() });

const columns = sql.fragment`
  r.id, r.case_id AS "caseId", coalesce(c.step, 'LISTING') AS step, coalesce(c.rev, 0) AS rev, r.unit,
  r.supplier_kind AS "supplierKind", r.supplier_name AS "supplierName", r.supplier_key AS "supplierKey",
  r.period, r.rule, r.at, s.display_name AS "startedBy", r.here_count AS "hereCount",
  r.there_count AS "thereCount", f.findings, f.open, f.asked, r.ended_at AS "endedAt", e.display_name AS "endedBy"
`;
const tables = sql.fragment`
  reconciliations r LEFT JOIN cases c ON c.case_id = r.case_id
  LEFT JOIN accounts s ON s.id = r.started_by LEFT JOIN accounts e ON e.id = r.ended_by
  CROSS JOIN LATERAL (SELECT count(*)::int AS findings,
    count(*) FILTER (WHERE d.settled_at IS NULL)::int AS open,
    count(*) FILTER (WHERE d.settled_at IS NULL AND d.asked_at IS NOT NULL)::int AS asked
    FROM reconciliation_rows d WHERE d.run_id = r.id) f
`;

/** Runs of a unit, of all units where none is named. */
export async function listRuns(
  db: CommonQueryMethods,
  unit: string | null,
  query: ReconciliationQuery,
): Promise<{ runs: readonly StoredRun[]; total: number }> {
  const { which, counterpart, q, page, limit } = query;
  const where = sql.join(
    [
      sql.fragment`r.case_id IS NOT NULL`,
      ...(unit === null ? [] : [sql.fragment`r.unit = ${unit}`]),
      ...(which === 'all'
        ? []
        : [
            which === 'open'
              ? sql.fragment`r.ended_at IS NULL`
              : sql.fragment`r.ended_at IS NOT NULL`,
          ]),
      ...(counterpart === undefined
        ? []
        : [sql.fragment`(r.supplier_kind IS NULL) = ${counterpart === 'CENTRE'}`]),
      ...(q === ''
        ? []
        : [
            sql.fragment`(r.case_id = ${q} OR r.period = ${q} OR r.unit = ${q}
        OR r.supplier_name ILIKE ${containing(q)})`,
          ]),
    ],
    sql.fragment` AND `,
  );
  const runs = await db.any(sql.type(Stored)`
    SELECT ${columns} FROM ${tables} WHERE ${where}
    ORDER BY ${orderOf(query)} LIMIT ${limit} OFFSET ${(page - 1) * limit}
  `);
  const total = await db.oneFirst(
    sql.type(Total)`SELECT count(*)::int AS count FROM reconciliations r WHERE ${where}`,
  );
  return { runs, total };
}

function orderOf({ sort, descending }: ReconciliationQuery): FragmentSqlToken {
  const way = descending ? sql.fragment`DESC` : sql.fragment`ASC`;
  const begun = sql.fragment`r.at ${way}, r.id`;
  if (sort === 'period') return sql.fragment`r.period ${way}, ${begun}`;
  return sort === 'open' ? sql.fragment`f.open ${way}, ${begun}` : begun;
}

/** A run by its case, or null. */
export function findRun(db: CommonQueryMethods, caseId: string): Promise<StoredRun | null> {
  return db.maybeOne(
    sql.type(Stored)`SELECT ${columns} FROM ${tables} WHERE r.case_id = ${caseId}`,
  );
}

/** Whether the same books are being compared for the same period by another request than this one. */
export function isUnderWay(
  db: CommonQueryMethods,
  unit: string,
  { supplier, period }: ReconciliationOrder,
  request: string,
): Promise<boolean> {
  return db.exists(sql.type(z.object({}))`
    SELECT FROM reconciliations r WHERE r.unit = ${unit} AND r.period = ${period} AND r.ended_at IS NULL
      AND r.case_id IS NOT NULL AND r.id <> ${request}
      AND r.supplier_kind IS NOT DISTINCT FROM ${supplier?.kind ?? null}
      AND r.supplier_key IS NOT DISTINCT FROM ${supplier?.key ?? null}
  `);
}

/** Runs with the Centre whose lists nobody has compared yet. */
export function listUnlisted(db: CommonQueryMethods): Promise<readonly string[]> {
  return db.anyFirst(sql.type(z.object({ caseId: z.string() }))`
    SELECT r.case_id AS "caseId" FROM reconciliations r JOIN cases c ON c.case_id = r.case_id
    WHERE r.supplier_kind IS NULL AND r.ended_at IS NULL AND c.step = 'LISTING' ORDER BY r.at LIMIT 100
  `);
}

const Due = z.object({ unit: z.string() });
const DueSupplier = Due.extend({ kind: z.string(), name: z.string(), key: z.string() });

/**
 * Departments that have records from before a period's end and no run of it with the Centre. Of each the
 * lowest numbers are read until one is old enough: mostly one.
 */
export function unitsDue(
  db: CommonQueryMethods,
  period: string,
  end: string,
): Promise<readonly z.infer<typeof Due>[]> {
  return db.any(sql.type(Due)`
    SELECT u.code AS unit FROM units u CROSS JOIN LATERAL (
      SELECT FROM records p JOIN cases c ON c.case_id = p.case_id
      WHERE p.book = 'PROVINCE' AND p.unit = u.code AND p.abandoned_at IS NULL AND c.opened_at < ${end}
      ORDER BY p.number LIMIT 1) f
    WHERE NOT EXISTS (SELECT FROM reconciliations r
      WHERE r.unit = u.code AND r.period = ${period} AND r.case_id IS NOT NULL AND r.supplier_kind IS NULL
        AND r.at >= ${end})
    ORDER BY 1
  `);
}

/** Suppliers of kinds from which something arrived within a period, without a run of it. */
export function suppliersDue(
  db: CommonQueryMethods,
  kinds: readonly string[],
  { period, of, from, to, end }: Record<'period' | 'of' | 'from' | 'to' | 'end', string>,
): Promise<readonly z.infer<typeof DueSupplier>[]> {
  return db.any(sql.type(DueSupplier)`
    SELECT s.unit, s.supplier_kind AS kind, max(s.supplier_name) AS name, s.supplier_key AS key
    FROM supplies s JOIN units u ON u.code = s.unit AND u.kind = ${of}
    WHERE s.supplier_kind = ANY (${sql.array([...kinds], 'text')}) AND s.arrived_on BETWEEN ${from} AND ${to}
      AND NOT EXISTS (SELECT FROM reconciliations r WHERE r.unit = s.unit AND r.period = ${period}
        AND r.case_id IS NOT NULL AND r.supplier_kind = s.supplier_kind AND r.supplier_key = s.supplier_key
        AND r.at >= ${end})
    GROUP BY s.unit, s.supplier_kind, s.supplier_key ORDER BY 1, 2, 4
  `);
}
