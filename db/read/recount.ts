import type { CommonQueryMethods, FragmentSqlToken } from 'slonik';
import * as z from 'zod';
import {
  DeadlineIncident,
  type DeadlineIncidentQuery,
  RecountRound,
} from '../../domain/deadlineIncident.ts';
import { PROMISE_CLOCK } from '../../domain/flow/flow.ts';
import type { Reader } from '../../domain/sight.ts';
import { Instant } from '../../domain/text.ts';
import { sql } from '../sql.ts';
import { seenClock } from './sight.ts';

const OpenClock = z.object({
  caseId: z.string(),
  clock: z.string(),
  term: z.string(),
  startedAt: Instant,
  stood: z.array(z.tuple([z.number(), z.number()])),
  /** What the clock was extended to, if it was. */
  extendedTo: z
    .object({
      amount: z.number(),
      unit: z.enum(['calendarDay', 'workingDay', 'workingHour', 'hour']),
    })
    .nullable(),
  /** Due date of the clock's row, and the one (epoch milliseconds) by which the workflow's timer goes. */
  storedAt: Instant,
  stateDueAt: z.number().nullable(),
  ruleSetId: z.string(),
  calendarVersion: z.string(),
  calendarOverlay: z.string().nullable(),
});
/** A clock that has not stopped, with everything its due date is made from. */
export type OpenClock = z.infer<typeof OpenClock>;

/** The clocks of some cases that have not stopped, in order. */
export function listOpenClocks(
  db: CommonQueryMethods,
  caseIds: readonly string[],
): Promise<readonly OpenClock[]> {
  return db.any(sql.type(OpenClock)`
    SELECT k.case_id AS "caseId", k.name AS clock, k.term, k.started_at AS "startedAt",
      coalesce(x.clock -> 'stood', '[]') AS stood,
      jsonb_path_query_array(x.clock, '$.changes[*] ? (@.kind == "EXTENDED").to') -> -1 AS "extendedTo",
      k.due_at AS "storedAt", (x.clock ->> 'dueAt')::float8 AS "stateDueAt",
      c.state ->> 'ruleSetId' AS "ruleSetId", c.state ->> 'calendarVersion' AS "calendarVersion",
      c.state ->> 'calendarOverlay' AS "calendarOverlay"
    FROM cases c JOIN case_clocks k USING (case_id)
    LEFT JOIN LATERAL (SELECT clock FROM jsonb_array_elements(c.state -> 'clocks') AS clock
      WHERE clock ->> 'name' = k.name) AS x ON true
    WHERE c.case_id = ANY(${sql.array([...caseIds], 'text')}) AND k.stopped_at IS NULL
      AND k.name <> ${PROMISE_CLOCK} -- a date that was promised is not counted
    ORDER BY k.case_id, k.name
  `);
}

type Query = z.infer<typeof DeadlineIncidentQuery>;

/**
 * A page of the incidents that a reader may know of, in the order asked for, of one unit or of all, and
 * the cursor of the next page.
 */
export async function listIncidents(
  db: CommonQueryMethods,
  { state, q, order, after, limit }: Query,
  unit: string | null,
  reader: Reader,
): Promise<{ incidents: DeadlineIncident[]; next: string | null }> {
  const seen = seenClock(sql.fragment`i.clock`, reader);
  const conditions = [seen, ...ofState(state), ...ofUnit(unit), ...afterCursor(after, order)];
  if (q !== undefined) conditions.push(sql.fragment`i.case_id = upper(trim(${q}))`);
  const by = order === 'newest' ? sql.fragment`i.found_at DESC` : sql.fragment`i.found_at`;
  const rows = await db.any(sql.type(DeadlineIncident)`
    SELECT i.id, i.case_id AS "caseId", c.unit, i.clock, i.stored_at AS "storedAt",
      i.first_at AS "firstAt", i.second_at AS "secondAt",
      i.first_explanation AS "firstExplanation", i.second_explanation AS "secondExplanation",
      i.found_at AS "foundAt", i.cleared_at AS "clearedAt"
    FROM deadline_incidents i JOIN cases c USING (case_id)
    WHERE ${sql.join(conditions, sql.fragment` AND `)}
    ORDER BY ${by}, i.id LIMIT ${limit + 1}
  `);
  const incidents = rows.slice(0, limit);
  const last = incidents.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { incidents, next: more ? `${last.foundAt}~${last.id}` : null };
}

function ofState(state: Query['state']): FragmentSqlToken[] {
  if (state === 'all') return [];
  return [
    state === 'open' ? sql.fragment`i.cleared_at IS NULL` : sql.fragment`i.cleared_at IS NOT NULL`,
  ];
}

function ofUnit(unit: string | null): FragmentSqlToken[] {
  return unit === null ? [] : [sql.fragment`c.unit = ${unit}`];
}

/** An unreadable cursor starts from the top. */
function afterCursor(cursor: string | undefined, order: Query['order']): FragmentSqlToken[] {
  const [foundAt, id] = cursor?.split('~') ?? [];
  if (!Instant.safeParse(foundAt).success || !z.uuid().safeParse(id).success) return [];
  const at = sql.fragment`${foundAt ?? ''}::timestamptz`;
  const later =
    order === 'newest' ? sql.fragment`i.found_at < ${at}` : sql.fragment`i.found_at > ${at}`;
  return [sql.fragment`(${later} OR i.found_at = ${at} AND i.id > ${id ?? ''}::uuid)`];
}

/** The latest round, or null. */
export function findLastRound(
  db: CommonQueryMethods,
): Promise<z.infer<typeof RecountRound> | null> {
  return db.maybeOne(sql.type(RecountRound)`
    SELECT day::text, clocks, differences, started_at AS "startedAt", finished_at AS "finishedAt"
    FROM recount_rounds ORDER BY day DESC LIMIT 1
  `);
}
