import type { CommonQueryMethods, FragmentSqlToken } from 'slonik';
import * as z from 'zod';
import type { BookPaper } from '../../domain/exchange/compareBook.ts';
import {
  DIFFERENCE_STATES,
  DifferenceLine,
  type DifferenceQuery,
  PaperKnown,
} from '../../domain/exchange/reconciliation.ts';
import { foldName } from '../../domain/foldName.ts';
import { sql } from '../sql.ts';
import { containing } from './textSearch.ts';

const Total = z.object({ count: z.int() });
const Paper = PaperKnown.extend({ inPeriod: z.boolean() });

/** What the book of a unit has of a supplier: arrived within a period, or under one of these numbers. */
export function listBookPapers(
  db: CommonQueryMethods,
  supplier: { unit: string; kind: string; key: string },
  { from, to, numberKeys }: { from: string; to: string; numberKeys: readonly string[] },
): Promise<readonly BookPaper[]> {
  return db.any(sql.type(Paper)`
    SELECT kind, number, issued_on::text AS date, effective_on::text AS "effectiveDate",
      person_name AS "personName", birth_date AS "birthDate",
      arrived_on BETWEEN ${from} AND ${to} AS "inPeriod"
    FROM supplies
    WHERE unit = ${supplier.unit} AND supplier_kind = ${supplier.kind} AND supplier_key = ${supplier.key}
      AND (arrived_on BETWEEN ${from} AND ${to} OR number_key = ANY (${sql.array([...numberKeys], 'text')}))
    ORDER BY year, book_number
  `);
}

const state = sql.fragment`CASE WHEN d.settled_at IS NOT NULL THEN 'SETTLED'
  WHEN d.asked_at IS NOT NULL THEN 'ASKED' ELSE 'OPEN' END`;
const differences = sql.fragment`
  reconciliation_rows d LEFT JOIN accounts a ON a.id = d.asked_by LEFT JOIN accounts s ON s.id = d.settled_by
`;
/** Of a supplied paper, else of a record in either book, else of the person a slip is about. */
const personName = sql.fragment`coalesce(d.there ->> 'personName', d.here ->> 'personName',
  (SELECT r.full_name FROM records r WHERE r.book = 'PROVINCE' AND r.number = d.number),
  (SELECT r.full_name FROM records r WHERE r.book = 'CENTRE' AND r.number = d.number),
  (SELECT p.full_name FROM subjects p WHERE p.case_id = d.number))`;
const differenceColumns = sql.fragment`
  d.number AS key, coalesce(d.paper_number, d.number) AS number, ${personName} AS "personName", d.finding,
  ${state} AS state, d.here, d.there, d.fields, a.display_name AS "askedBy", d.asked_at AS "askedAt", d.question, d.settlement,
  s.display_name AS "settledBy", d.settled_at AS "settledAt", d.note
`;

/** What a run found, as asked for. */
export async function listDifferences(
  db: CommonQueryMethods,
  run: string,
  query: DifferenceQuery,
): Promise<{ differences: readonly DifferenceLine[]; total: number }> {
  const { finding, q, page, limit } = query;
  const where = sql.join(
    [
      sql.fragment`d.run_id = ${run}`,
      ...(query.state === undefined ? [] : [sql.fragment`${state} = ${query.state}`]),
      ...(finding === undefined ? [] : [sql.fragment`d.finding = ${finding}`]),
      ...(q === '' ? [] : [textCondition(q)]),
    ],
    sql.fragment` AND `,
  );
  const lines = await db.any(sql.type(DifferenceLine)`
    SELECT ${differenceColumns} FROM ${differences} WHERE ${where}
    ORDER BY ${differenceOrder(query)} LIMIT ${limit} OFFSET ${(page - 1) * limit}
  `);
  const total = await db.oneFirst(
    sql.type(Total)`SELECT count(*)::int AS count FROM reconciliation_rows d WHERE ${where}`,
  );
  return { differences: lines, total };
}

/** A number, a name as a paper has it, or the name of a record or of a slip's person, folded. */
function textCondition(q: string): FragmentSqlToken {
  const folded = containing(foldName(q));
  return sql.fragment`(d.number ILIKE ${containing(q)} OR d.paper_number ILIKE ${containing(q)}
    OR coalesce(d.there, d.here) ->> 'personName' ILIKE ${containing(q)}
    OR EXISTS (SELECT FROM records r WHERE r.book IN ('PROVINCE', 'CENTRE') AND r.number = d.number
      AND r.folded_name LIKE ${folded})
    OR EXISTS (SELECT FROM subjects p WHERE p.case_id = d.number AND p.folded_name LIKE ${folded}))`;
}

function differenceOrder({ sort, descending }: DifferenceQuery): FragmentSqlToken {
  const way = descending ? sql.fragment`DESC` : sql.fragment`ASC`;
  const number = sql.fragment`coalesce(d.paper_number, d.number) ${way}, d.number`;
  if (sort === 'finding') return sql.fragment`d.finding ${way}, ${number}`;
  return sort === 'settled' ? sql.fragment`d.settled_at ${way}, ${number}` : number;
}

const Key = z.object({
  key: z.string(),
  state: z.enum(DIFFERENCE_STATES),
  there: PaperKnown.nullable(),
});

/** Those of some differences that are there. */
export function findDifferences(
  db: CommonQueryMethods,
  run: string,
  keys: readonly string[],
): Promise<readonly z.infer<typeof Key>[]> {
  return db.any(sql.type(Key)`
    SELECT d.number AS key, ${state} AS state, d.there FROM reconciliation_rows d
    WHERE d.run_id = ${run} AND d.number = ANY (${sql.array([...keys], 'text')})
  `);
}

/** Those of some numbers of a department's records and slips that the Centre does not have alike now. */
export function stillDifferent(
  db: CommonQueryMethods,
  unit: string,
  numbers: readonly string[],
): Promise<readonly string[]> {
  return db.anyFirst(sql.type(z.object({ number: z.string() }))`
    SELECT number FROM still_different(${unit}, ${sql.array([...numbers], 'text')}) AS number
  `);
}
