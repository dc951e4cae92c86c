import type { CommonQueryMethods, FragmentSqlToken } from 'slonik';
import * as z from 'zod';
import type { CaseLine } from '../../domain/case.ts';
import { MOST_COUNTED, type TransferQuery } from '../../domain/exchange/transferList.ts';
import { TRANSFER_ENDS } from '../../domain/flow/transferState.ts';
import { sql } from '../sql.ts';
import { lineColumns, lineOf, lineTables, LineRow } from './caseLines.ts';
import { searchOf } from './textSearch.ts';
import { scope, type Viewer } from './worklist.ts';

const Counted = z.object({ count: z.int() });

/**
 * Transfers that a question finds among those its viewer sees, sorted and cut to its page; `total` is counted up to
 * {@link MOST_COUNTED}.
 */
export async function listTransfers(
  db: CommonQueryMethods,
  query: TransferQuery,
  viewer: Viewer,
): Promise<{ transfers: CaseLine[]; total: number }> {
  const { page, count } = transfersAsked(query, viewer);
  const rows = await db.any(page);
  return { transfers: rows.map(lineOf), total: await db.oneFirst(count) };
}

/** The queries of {@link listTransfers}: a page is found in an index alone (0049), rows are read for its lines only. */
export function transfersAsked(query: TransferQuery, viewer: Viewer) {
  const { found, ways } = searchOf(query.q, viewer, sql.fragment`c.name_sort`);
  const conditions = [sql.fragment`c.kind = 'TRANSFER'`, scope(viewer), ...narrowed(query)];
  const parts = ways.map((way) => sql.join([...conditions, ...way], sql.fragment` AND `));
  const { by, way, tie } = orderOf(query);
  const offset = (query.page - 1) * query.limit;
  const pages = parts.map(
    (part) => sql.fragment`(SELECT c.case_id, ${by} AS place FROM cases c WHERE ${part}
      ORDER BY ${by} ${way}, c.case_id ${tie} LIMIT ${offset + query.limit})`,
  );
  const page = sql.type(LineRow)`
    WITH ${found} page AS (
      SELECT case_id, place FROM (${sql.join(pages, sql.fragment` UNION ALL `)}) AS ways
      ORDER BY place ${way}, case_id ${tie} LIMIT ${query.limit} OFFSET ${offset})
    SELECT ${lineColumns(viewer)} FROM ${lineTables} JOIN page USING (case_id)
    ORDER BY page.place ${way}, c.case_id ${tie}
  `;
  const all = parts.map((part) => sql.fragment`SELECT FROM cases c WHERE ${part}`);
  const count = sql.type(Counted)`
    WITH ${found} page AS (${sql.join(all, sql.fragment` UNION ALL `)} LIMIT ${MOST_COUNTED})
    SELECT count(*)::int AS count FROM page
  `;
  return { page, count };
}

function narrowed({ state, paperState: paper, unit }: TransferQuery): FragmentSqlToken[] {
  return [
    ...stateOf(state),
    ...(paper === undefined ? [] : [sql.fragment`c.paper_state = ${paper}`]),
    ...(unit === undefined ? [] : [sql.fragment`c.unit = ${unit}`]),
  ];
}

const OPEN = sql.fragment`c.closed_at IS NULL`;
const CLOSED = sql.fragment`c.closed_at IS NOT NULL`;

/** A step tells whether the case is open: said as well, it finds the indexes of open cases. */
function stateOf(state: TransferQuery['state'] = 'any'): FragmentSqlToken[] {
  if (state === 'any') return [];
  if (state === 'open') return [OPEN];
  if (state === 'closed') return [CLOSED];
  const ended = TRANSFER_ENDS.includes(state);
  return [ended ? CLOSED : OPEN, sql.fragment`c.step = ${state}`];
}

const ORDERS = {
  due: sql.fragment`c.due_sort`,
  opened: sql.fragment`c.opened_at`,
  name: sql.fragment`c.name_sort`,
  case: sql.fragment`c.case_id`,
} as const;

const UP = sql.fragment`ASC`;
const DOWN = sql.fragment`DESC`;

/** By what a list is sorted, which way, and which way those of one place: as an index has them, forwards or backwards. */
interface Order {
  by: FragmentSqlToken;
  way: FragmentSqlToken;
  tie: FragmentSqlToken;
}

function orderOf({ sort, descending, state = 'any' }: TransferQuery): Order {
  if (sort !== undefined) {
    const way = descending ? DOWN : UP;
    return { by: ORDERS[sort], way, tie: way };
  }
  if (state === 'closed') return { by: sql.fragment`c.closed_at`, way: DOWN, tie: UP };
  return state === 'any'
    ? { by: ORDERS.opened, way: DOWN, tie: DOWN }
    : { by: ORDERS.due, way: UP, tie: UP };
}
