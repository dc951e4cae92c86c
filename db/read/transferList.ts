import type { CommonQueryMethods, FragmentSqlToken } from 'slonik';
import * as z from 'zod';
import type { CaseLine } from '../../domain/case.ts';
import type { TransferQuery } from '../../domain/exchange/transferList.ts';
import { sql } from '../sql.ts';
import { lineColumns, lineOf, lineTables, LineRow, paperState } from './caseLines.ts';
import { searchOf } from './textSearch.ts';
import { scope, type Viewer } from './worklist.ts';

/** Transfers that a question finds among those its viewer sees, sorted and cut to its page. */
export async function listTransfers(
  db: CommonQueryMethods,
  query: TransferQuery,
  viewer: Viewer,
): Promise<{ transfers: CaseLine[]; total: number }> {
  const { found, ways } = searchOf(query.q, viewer);
  const waysFound = ways.map((way) => sql.join([sql.fragment`true`, ...way], sql.fragment` AND `));
  const where = sql.join(
    [
      sql.fragment`c.kind = 'TRANSFER' AND ${scope(viewer)} AND ${stateOf(query)}`,
      ...narrowed(query),
      sql.fragment`(${sql.join(waysFound, sql.fragment` OR `)})`,
    ],
    sql.fragment` AND `,
  );
  const order = orderOf(query);
  const rows = await db.any(sql.type(LineRow)`
    WITH ${found} page AS (SELECT c.case_id FROM cases c JOIN subjects p USING (case_id) WHERE ${where}
      ORDER BY ${order} LIMIT ${query.limit} OFFSET ${(query.page - 1) * query.limit})
    SELECT ${lineColumns(viewer)} FROM ${lineTables} JOIN page USING (case_id) ORDER BY ${order}
  `);
  const total = await db.oneFirst(sql.type(z.object({ count: z.int() }))`
    WITH ${found} page AS (SELECT FROM cases c WHERE ${where}) SELECT count(*)::int AS count FROM page
  `);
  return { transfers: rows.map(lineOf), total };
}

function stateOf({ state = 'any' }: TransferQuery): FragmentSqlToken {
  if (state === 'any') return sql.fragment`true`;
  if (state === 'closed') return sql.fragment`c.closed_at IS NOT NULL`;
  const open = sql.fragment`c.closed_at IS NULL`;
  return state === 'open' ? open : sql.fragment`c.step = ${state}`;
}

function narrowed({ paperState: paper, unit }: TransferQuery): FragmentSqlToken[] {
  return [
    ...(paper === undefined ? [] : [sql.fragment`${paperState} = ${paper}`]),
    ...(unit === undefined ? [] : [sql.fragment`c.unit = ${unit}`]),
  ];
}

const ORDERS = {
  due: sql.fragment`c.due_sort`,
  opened: sql.fragment`c.opened_at`,
  name: sql.fragment`p.folded_name`,
  case: sql.fragment`c.case_id`,
} as const;

function orderOf({ sort, descending, state = 'any' }: TransferQuery): FragmentSqlToken {
  if (sort !== undefined) {
    const way = descending ? sql.fragment`DESC` : sql.fragment`ASC`;
    return sql.fragment`${ORDERS[sort]} ${way}, c.case_id`;
  }
  if (state === 'closed') return sql.fragment`c.closed_at DESC, c.case_id`;
  return state === 'any'
    ? sql.fragment`c.opened_at DESC, c.case_id`
    : sql.fragment`c.due_sort, c.case_id`;
}
