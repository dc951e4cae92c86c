import type { CommonQueryMethods, FragmentSqlToken } from 'slonik';
import * as z from 'zod';
import type { CaseLine, Queue, WorklistQuery } from '../../domain/case.ts';
import { QUEUES } from '../../domain/case.ts';
import { CENTRE_UNIT } from '../../domain/flow/flow.ts';
import { foldName } from '../../domain/foldName.ts';
import { isNational } from '../../domain/permission.ts';
import type { Role } from '../../domain/role.ts';
import { sql } from '../sql.ts';
import { lineColumns, lineOf, lineTables, LineRow } from './caseLines.ts';

/** Who looks: the worklist shows what this account may act on or watch over, and nothing else. */
export interface Viewer {
  account: string;
  roles: Role[];
  unit: string;
  /** Business time, ISO. */
  now: string;
}

const BY_DUE = sql.fragment`coalesce(c.legal_due_at, 'infinity'::timestamptz), c.case_id`;
const OPEN = sql.fragment`c.closed_at IS NULL`;

/** The cases of a viewer's unit; the National Centre sees transfers of all provinces once sent. */
function scope(viewer: Viewer): FragmentSqlToken {
  const { unit } = viewer;
  if (isNational(viewer)) return sql.fragment`true`;
  return unit === CENTRE_UNIT
    ? sql.fragment`c.kind = 'TRANSFER' AND c.step <> 'ENTERED'`
    : sql.fragment`c.unit = ${unit}`;
}

function queueCondition(queue: Queue, viewer: Viewer): FragmentSqlToken {
  const roles = sql.array([...viewer.roles], 'text');
  const mineToDo = sql.fragment`c.queue_unit = ${viewer.unit} AND c.queue_role = ANY (${roles})`;
  switch (queue) {
    case 'mine':
      return sql.fragment`${OPEN} AND h.holder = ${viewer.account}::uuid`;
    case 'unclaimed':
      return sql.fragment`${OPEN} AND ${mineToDo} AND h.holder IS NULL`;
    case 'returned':
      return sql.fragment`${OPEN} AND h.holder = ${viewer.account}::uuid AND c.state ->> 'conclusion' IS NULL
        AND EXISTS (SELECT FROM case_events e WHERE e.case_id = c.case_id AND e.rev = c.rev
          AND e.act IN ('return', 'returnRecord', 'recall'))`;
    case 'waiting':
      return sql.fragment`${OPEN} AND ${scope(viewer)} AND c.queue_role IS NULL`;
    case 'check':
      return sql.fragment`${OPEN} AND ${scope(viewer)} AND c.step IN ('CHECKING', 'CHECKED', 'RECEIVED')`;
    case 'sign':
      return sql.fragment`${OPEN} AND ${scope(viewer)} AND c.step IN ('SIGNING', 'REVIEWED')`;
    case 'handover':
      return sql.fragment`${OPEN} AND ${scope(viewer)} AND c.step IN ('ISSUING', 'DELIVERING')`;
    case 'late':
      return sql.fragment`${OPEN} AND ${scope(viewer)} AND c.legal_done_at IS NULL AND NOT c.paused
        AND c.legal_due_at < ${viewer.now}`;
    case 'atRisk':
      return sql.fragment`${OPEN} AND ${scope(viewer)} AND c.legal_done_at IS NULL AND NOT c.paused
        AND c.at_risk_at <= ${viewer.now} AND c.legal_due_at >= ${viewer.now}`;
    case 'all':
      return sql.fragment`${OPEN} AND ${scope(viewer)}`;
    case 'closed':
      return sql.fragment`c.closed_at IS NOT NULL AND ${scope(viewer)}`;
  }
}

type Query = z.infer<typeof WorklistQuery>;

/** Filters beside the queue; a text is a dossier number exactly, or a person's name folded. */
function filters(query: Query): FragmentSqlToken[] {
  const conditions: FragmentSqlToken[] = [];
  if (query.kind !== undefined) conditions.push(sql.fragment`c.kind = ${query.kind}`);
  if (query.step !== undefined) conditions.push(sql.fragment`c.step = ${query.step}`);
  if (query.unit !== undefined) conditions.push(sql.fragment`c.unit = ${query.unit}`);
  if (query.channel !== undefined) conditions.push(sql.fragment`c.channel = ${query.channel}`);
  if (query.q !== undefined && query.q.trim() !== '')
    conditions.push(textCondition(query.q.trim()));
  return conditions;
}

function textCondition(text: string): FragmentSqlToken {
  const name = `%${foldName(text).replace(/[\\%_]/gu, '\\$&')}%`;
  return sql.fragment`(c.case_id = ${text.toUpperCase()} OR p.folded_name LIKE ${name})`;
}

/** A page of a worklist, the nearest legal due date first; gives the cursor of the next page or null. */
export async function listCases(
  db: CommonQueryMethods,
  query: Query,
  viewer: Viewer,
): Promise<{ cases: CaseLine[]; next: string | null }> {
  const conditions = [
    queueCondition(query.queue, viewer),
    ...filters(query),
    ...after(query.after),
  ];
  const rows = await db.any(sql.type(LineRow)`
    SELECT ${lineColumns} FROM ${lineTables}
    WHERE ${sql.join(conditions, sql.fragment` AND `)}
    ORDER BY ${BY_DUE} LIMIT ${query.limit + 1}
  `);
  const cases = rows.slice(0, query.limit).map(lineOf);
  const last = cases.at(-1);
  const more = rows.length > query.limit && last !== undefined;
  return { cases, next: more ? `${last.legalDueAt ?? 'infinity'}~${last.caseId}` : null };
}

/** Keyset condition of a cursor `<due>~<caseId>`; an unreadable cursor starts from the top. */
function after(cursor: string | undefined): FragmentSqlToken[] {
  const [due, caseId] = cursor?.split('~') ?? [];
  if (due === undefined || caseId === undefined) return [];
  if (due !== 'infinity' && Number.isNaN(Date.parse(due))) return [];
  return [sql.fragment`(${BY_DUE}) > (${due}::timestamptz, ${caseId})`];
}

const Counted = z.object({ queue: z.enum(QUEUES), count: z.int() });
/** Counting stops here: a person does not need to know more than "1000+". */
const COUNT_LIMIT = 1000;

/** How many cases stand in each queue of a viewer, each counted up to 1,000. */
export async function countQueues(
  db: CommonQueryMethods,
  viewer: Viewer,
): Promise<Record<Queue, number>> {
  const counts = QUEUES.map(
    (queue) => sql.fragment`
      SELECT ${queue} AS queue, (SELECT count(*)::int FROM (
        SELECT FROM cases c LEFT JOIN claims h USING (case_id)
        WHERE ${queueCondition(queue, viewer)} LIMIT ${COUNT_LIMIT}) AS counted) AS count`,
  );
  const rows = await db.any(sql.type(Counted)`${sql.join(counts, sql.fragment` UNION ALL `)}`);
  return Object.fromEntries(rows.map(({ queue, count }) => [queue, count])) as Record<
    Queue,
    number
  >;
}
