import type { CommonQueryMethods, FragmentSqlToken } from 'slonik';
import * as z from 'zod';
import type { BOARD_LISTS, CaseLine, List, Queue, WorklistQuery } from '../../domain/case.ts';
import { QUEUES } from '../../domain/case.ts';
import { CENTRE_UNIT } from '../../domain/flow/flow.ts';
import { allows, isNational } from '../../domain/permission.ts';
import type { Role } from '../../domain/role.ts';
import { sql } from '../sql.ts';
import { lineColumns, lineOf, lineTables, LineRow } from './caseLines.ts';
import { askedBack, tellingUnits } from './sight.ts';
import { searchOf } from './textSearch.ts';
import { seenRisk } from './twoTerms.ts';
import { afterCursor, orderOf, within } from './worklistOrder.ts';

/** Who looks: the worklist shows what this account may act on or watch over, and nothing else. */
export interface Viewer {
  account: string;
  roles: Role[];
  unit: string;
  /** Business time, ISO. */
  now: string;
}

const OPEN = sql.fragment`c.closed_at IS NULL`;
const RUNNING = sql.fragment`${OPEN} AND c.legal_done_at IS NULL AND NOT c.paused`;

const STEPS_OF = {
  check: ['CHECKING', 'CHECKED', 'RECEIVED'],
  sign: ['SIGNING', 'REVIEWED'],
  handover: ['ISSUING', 'DELIVERING'],
} as const;

/** The cases of a viewer's unit; the National Centre sees transfers of all provinces once sent, and requests for codes. */
export function scope(viewer: Viewer): FragmentSqlToken {
  const { unit } = viewer;
  if (isNational(viewer)) return sql.fragment`true`;
  return unit === CENTRE_UNIT
    ? sql.fragment`c.kind <> 'APPLICATION' AND c.step <> 'ENTERED'`
    : sql.fragment`c.unit = ${unit}`;
}

/**
 * Conditions over `cases c` whose cases together are a queue, none in two of them. A queue of several
 * roles or steps has one for each: only so is each a range of an index in the order of the list.
 */
function queueParts(queue: List, viewer: Viewer): FragmentSqlToken[] {
  const mine = sql.fragment`${OPEN}
    AND c.case_id IN (SELECT h.case_id FROM claims h WHERE h.holder = ${viewer.account}::uuid)`;
  switch (queue) {
    case 'mine':
      return [mine];
    case 'returned':
      return [
        sql.fragment`${mine} AND c.state ->> 'conclusion' IS NULL
          AND EXISTS (SELECT FROM case_events e WHERE e.case_id = c.case_id AND e.rev = c.rev
            AND e.act IN ('return', 'returnRecord', 'recall'))`,
      ];
    case 'unclaimed':
      return [...new Set(viewer.roles)].map((role) => unclaimed(viewer.unit, role));
    case 'check':
    case 'sign':
    case 'handover':
      return STEPS_OF[queue].map(
        (step) =>
          sql.fragment`${OPEN} AND ${scope(viewer)} AND ${lyingAt(viewer)} AND c.step = ${step}`,
      );
    case 'waiting':
      return waiting(viewer);
    default:
      return [inScope(queue, viewer)];
  }
}

/** What waits for the viewer's own people: a department's transfer may lie at the National Centre. */
function lyingAt(viewer: Viewer): FragmentSqlToken {
  return isNational(viewer) ? sql.fragment`true` : sql.fragment`c.queue_unit = ${viewer.unit}`;
}

/** Cases that wait for somebody outside; where a unit asks back, for readers who may not know of that. */
function waiting(viewer: Viewer): FragmentSqlToken[] {
  const outside = sql.fragment`${OPEN} AND ${scope(viewer)} AND c.queue_role IS NULL`;
  return allows(viewer, 'conviction.read')
    ? [outside]
    : [outside, sql.fragment`${OPEN} AND ${scope(viewer)} AND ${askedBack}`];
}

function unclaimed(unit: string, role: Role): FragmentSqlToken {
  return sql.fragment`${OPEN} AND c.queue_unit = ${unit} AND c.queue_role = ${role}
    AND NOT EXISTS (SELECT FROM claims h WHERE h.case_id = c.case_id)`;
}

function inScope(
  queue: 'late' | 'atRisk' | 'all' | 'closed' | (typeof BOARD_LISTS)[number],
  viewer: Viewer,
): FragmentSqlToken {
  switch (queue) {
    case 'late':
      return sql.fragment`${RUNNING} AND ${scope(viewer)} AND c.due_sort < ${viewer.now}`;
    case 'atRisk':
      return sql.fragment`${RUNNING} AND ${scope(viewer)} AND c.at_risk_at <= ${viewer.now}
        AND c.due_sort >= ${viewer.now} AND ${seenRisk(viewer, viewer.now)}`;
    case 'all':
      return sql.fragment`${OPEN} AND ${scope(viewer)}`;
    case 'closed':
      return sql.fragment`c.closed_at IS NOT NULL AND ${scope(viewer)}`;
    case 'due':
      return sql.fragment`${RUNNING} AND ${scope(viewer)} AND c.due_sort >= ${viewer.now}
        AND c.due_sort < 'infinity'`;
    case 'received':
      return scope(viewer);
    case 'issued':
      return sql.fragment`c.issued_at IS NOT NULL AND ${scope(viewer)}`;
    case 'stock':
      return scope(viewer);
    case 'doneLate':
      return sql.fragment`c.legal_done_at > c.legal_due_at AND NOT c.paused AND ${scope(viewer)}`;
  }
}

type Query = z.infer<typeof WorklistQuery>;

/**
 * A page of a worklist, in the order of its queue; gives the cursor of the next page or null. The
 * page is found on `cases` alone; names and holders are read for its lines only.
 */
export async function listCases(
  db: CommonQueryMethods,
  query: Query,
  viewer: Viewer,
): Promise<{ cases: CaseLine[]; next: string | null }> {
  const order = orderOf(query.queue);
  const days = within(query.queue, query);
  const narrowed = [
    ...filters(query),
    ...days,
    ...holderOf(query, viewer),
    ...owed(query, viewer),
    ...afterCursor(query.after, order),
  ];
  const search = searchOf(query.q?.trim() ?? '', viewer);
  const parts = queueParts(query.queue, viewer).flatMap((part) =>
    search.ways.map((way) => {
      const conditions = sql.join([part, ...narrowed, ...way], sql.fragment` AND `);
      return sql.fragment`(SELECT c.case_id FROM cases c WHERE ${conditions}
        ORDER BY ${order.by} LIMIT ${query.limit + 1})`;
    }),
  );
  const rows = await db.any(sql.type(LineRow)`
    WITH ${search.found} page AS (${sql.join(parts, sql.fragment` UNION ALL `)})
    SELECT ${lineColumns(viewer)} FROM ${lineTables} JOIN page USING (case_id)
    ORDER BY ${order.by} LIMIT ${query.limit + 1}
  `);
  const cases = rows.slice(0, query.limit).map(lineOf);
  const last = cases.at(-1);
  const more = rows.length > query.limit && last !== undefined;
  return { cases, next: more ? `${order.word}~${order.key(last)}~${last.caseId}` : null };
}

function filters(query: Query): FragmentSqlToken[] {
  const conditions: FragmentSqlToken[] = [];
  if (query.kind !== undefined) conditions.push(sql.fragment`c.kind = ${query.kind}`);
  if (query.step !== undefined) conditions.push(sql.fragment`c.step = ${query.step}`);
  if (query.unit !== undefined) conditions.push(sql.fragment`c.unit = ${query.unit}`);
  if (query.channel !== undefined) conditions.push(sql.fragment`c.channel = ${query.channel}`);
  if (query.paperState !== undefined) {
    conditions.push(sql.fragment`c.kind = 'TRANSFER' AND c.paper_state = ${query.paperState}`);
  }
  return conditions;
}

/** Cases whose time a holder has now. Which of them tells of a conviction, only its readers may ask. */
function holderOf({ heldBy, heldUnit }: Query, viewer: Viewer): FragmentSqlToken[] {
  if (heldBy === undefined && heldUnit === undefined) return [];
  const hidden = allows(viewer, 'conviction.read')
    ? sql.fragment``
    : sql.fragment`AND x.unit NOT IN ${tellingUnits}`;
  return [
    sql.fragment`EXISTS (SELECT FROM holdings x WHERE x.case_id = c.case_id AND x.to_at IS NULL
      ${heldBy === undefined ? sql.fragment`` : sql.fragment`AND x.holder = ${heldBy}`}
      ${heldUnit === undefined ? sql.fragment`` : sql.fragment`AND x.unit = ${heldUnit} ${hidden}`})`,
  ];
}

/** Cases in which a unit owes an answer, at all or overdue: the question is the same as of the league. */
function owed({ owedBy, overdueBy }: Query, viewer: Viewer): FragmentSqlToken[] {
  const hidden = allows(viewer, 'conviction.read')
    ? sql.fragment``
    : sql.fragment`AND v.unit NOT IN ${tellingUnits}`;
  const of = (unit: string | undefined, more: FragmentSqlToken): FragmentSqlToken[] =>
    unit === undefined
      ? []
      : [
          sql.fragment`c.case_id IN (SELECT v.case_id FROM verifications v
            WHERE v.unit = ${unit} AND v.answered_at IS NULL AND NOT v.withdrawn ${more} ${hidden})`,
        ];
  return [
    ...of(owedBy, sql.fragment``),
    ...of(overdueBy, sql.fragment`AND v.due_at < ${viewer.now}`),
  ];
}

const Counted = z.object({ queue: z.enum(QUEUES), count: z.int() });
/** Counting stops here: a person does not need to know more than "1000+". */
const COUNT_LIMIT = 1000;

/** How many cases stand in each queue of a viewer, each counted up to 1,000. */
export async function countQueues(
  db: CommonQueryMethods,
  viewer: Viewer,
): Promise<Record<Queue, number>> {
  const counts = QUEUES.map((queue) => {
    const parts = queueParts(queue, viewer).map(
      (part) => sql.fragment`SELECT FROM cases c WHERE ${part}`,
    );
    return sql.fragment`SELECT ${queue} AS queue, (SELECT count(*)::int FROM (
      ${sql.join(parts, sql.fragment` UNION ALL `)} LIMIT ${COUNT_LIMIT}) AS counted) AS count`;
  });
  const rows = await db.any(sql.type(Counted)`${sql.join(counts, sql.fragment` UNION ALL `)}`);
  return Object.fromEntries(rows.map(({ queue, count }) => [queue, count])) as Record<
    Queue,
    number
  >;
}
