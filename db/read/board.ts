import type { CommonQueryMethods, FragmentSqlToken } from 'slonik';
import * as z from 'zod';
import {
  type BoardAgencies,
  BoardAgencies as AgenciesReply,
  BoardCounts,
  BoardDays,
  BoardEscalations,
  BoardFlows,
} from '../../domain/board.ts';
import type { CASE_KINDS, CaseLine } from '../../domain/case.ts';
import { sql } from '../sql.ts';
import { lineColumns, lineOf, LineRow, lineTables } from './caseLines.ts';

/** What a reader of the board looks at, and when. */
export interface BoardScope {
  /** One unit, or null for the whole country. */
  unit: string | null;
  kind: (typeof CASE_KINDS)[number] | null;
  /** Business time, ISO. */
  now: string;
}

const RUNNING = sql.fragment`c.closed_at IS NULL AND c.legal_done_at IS NULL AND NOT c.paused`;

/** The legal clock runs and has not passed its due instant. */
export function inTime({ now }: Pick<BoardScope, 'now'>): FragmentSqlToken {
  return sql.fragment`${RUNNING} AND c.due_sort >= ${now} AND c.due_sort < 'infinity'`;
}

/** Conditions on anything called `c` that has a unit and a kind. */
export function inScope({ unit, kind }: Pick<BoardScope, 'unit' | 'kind'>): FragmentSqlToken {
  const ofUnit = unit === null ? sql.fragment`true` : sql.fragment`c.unit = ${unit}`;
  return kind === null ? ofUnit : sql.fragment`${ofUnit} AND c.kind = ${kind}`;
}

/** Ends of the days that counts of due cases reach to. */
interface DueEnds {
  endOfDay: string;
  endOfThirdDay: string;
}

const Counted = BoardCounts.shape.total.extend({
  step: z.string().nullable(),
  unit: z.string().nullable(),
});

/**
 * Open, late, due and at-risk cases in all (neither step nor unit named), by step, and by unit: one
 * walk over one index (`cases_step`), whatever is closed.
 */
export function countOpen(
  db: CommonQueryMethods,
  scope: BoardScope,
  { endOfDay, endOfThirdDay }: DueEnds,
): Promise<readonly z.infer<typeof Counted>[]> {
  const now = sql.fragment`${scope.now}::timestamptz`;
  const running = sql.fragment`c.legal_done_at IS NULL AND NOT c.paused`;
  const ahead = sql.fragment`${running} AND c.due_sort >= ${now}`;
  return db.any(sql.type(Counted)`
    WITH each AS (
      SELECT c.unit, c.step, count(*) AS open,
        count(*) FILTER (WHERE ${running} AND c.due_sort < ${now}) AS late,
        count(*) FILTER (WHERE ${ahead} AND c.due_sort <= ${endOfDay}) AS today,
        count(*) FILTER (WHERE ${ahead} AND c.due_sort <= ${endOfThirdDay}) AS soon,
        count(*) FILTER (WHERE ${ahead} AND c.at_risk_at <= ${now}) AS risk
      FROM cases c WHERE c.closed_at IS NULL AND ${inScope(scope)} GROUP BY c.unit, c.step)
    SELECT step, unit, coalesce(sum(open), 0)::int AS open, coalesce(sum(late), 0)::int AS late,
      coalesce(sum(today), 0)::int AS "dueToday", coalesce(sum(soon), 0)::int AS "dueInThreeDays",
      coalesce(sum(risk), 0)::int AS "atRisk"
    FROM each GROUP BY GROUPING SETS ((), (step), (unit))
  `);
}

const UnitName = z.object({
  unit: z.string(),
  unitName: z.string(),
  provinceCode: z.string().nullable(),
});

/** Units that own cases, in scope, by name. */
export function listOwners(
  db: CommonQueryMethods,
  { unit }: BoardScope,
): Promise<readonly z.infer<typeof UnitName>[]> {
  return db.any(sql.type(UnitName)`
    SELECT code AS unit, name AS "unitName", province_code AS "provinceCode" FROM units
    WHERE kind IN ('STP', 'CENTRE') AND (code = ${unit} OR ${unit}::text IS NULL) ORDER BY name
  `);
}

/** What each unit did from one day to another, both included. */
export function sumFlows(
  db: CommonQueryMethods,
  scope: BoardScope,
  { from, to }: { from: string; to: string },
): Promise<readonly BoardFlows['units'][number][]> {
  return db.any(sql.type(BoardFlows.shape.units.element)`
    SELECT c.unit, sum(c.received)::int AS received, sum(c.issued)::int AS issued,
      sum(c.done)::int AS done, sum(c.done_late)::int AS "doneLate"
    FROM daily_counts c
    WHERE c.day BETWEEN ${from}::date AND ${to}::date AND ${inScope(scope)}
    GROUP BY c.unit
  `);
}

/** Received, issued, closed and the stock at the end of each of the last `days` days, oldest first. */
export function countDays(
  db: CommonQueryMethods,
  scope: BoardScope,
  { today, days }: { today: string; days: number },
): Promise<readonly BoardDays['days'][number][]> {
  return db.any(sql.type(BoardDays.shape.days.element)`
    WITH counted AS (
      SELECT c.day, sum(c.received) AS received, sum(c.issued) AS issued, sum(c.closed) AS closed
      FROM daily_counts c
      WHERE c.day > ${today}::date - ${days}::int AND ${inScope(scope)} GROUP BY c.day),
    now_open AS (SELECT count(*) AS n FROM cases c WHERE c.closed_at IS NULL AND ${inScope(scope)})
    SELECT d.day::text AS date, coalesce(received, 0)::int AS received, coalesce(issued, 0)::int AS issued,
      coalesce(closed, 0)::int AS closed,
      ((SELECT n FROM now_open) - coalesce(sum(received - closed) OVER later, 0))::int AS stock
    FROM (SELECT ${today}::date - n AS day FROM generate_series(0, ${days}::int - 1) AS n) AS d
    LEFT JOIN counted USING (day)
    WINDOW later AS (ORDER BY d.day DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
    ORDER BY d.day
  `);
}

/** Turnaround of the agencies asked, the least punctual first. */
export async function measureAgencies(
  db: CommonQueryMethods,
  scope: BoardScope,
): Promise<BoardAgencies['agencies']> {
  const rows = await db.any(sql.type(AgenciesReply.shape.agencies.element)`
    SELECT v.unit, u.name AS "unitName",
      count(*) FILTER (WHERE v.answered_at IS NULL)::int AS open,
      count(*) FILTER (WHERE v.answered_at IS NULL AND v.due_at < ${scope.now})::int AS overdue,
      count(*) FILTER (WHERE v.answered_at IS NOT NULL)::int AS answered,
      (avg((v.answered_at <= v.due_at)::int) FILTER (WHERE v.answered_at IS NOT NULL))::float AS "withinTerm"
    FROM verifications v JOIN cases c USING (case_id) JOIN units u ON u.code = v.unit
    WHERE NOT v.withdrawn AND ${inScope(scope)}
      AND (v.answered_at IS NULL OR v.answered_at > ${scope.now}::timestamptz - interval '30 days')
    GROUP BY v.unit, u.name ORDER BY 6 NULLS LAST, v.unit LIMIT 100
  `);
  return [...rows];
}

/** The latest rungs of the escalation ladder, the newest first. */
export function listEscalations(
  db: CommonQueryMethods,
  scope: BoardScope,
): Promise<readonly BoardEscalations['escalations'][number][]> {
  const { unit, kind } = scope;
  const ofUnit = unit === null ? sql.fragment`true` : sql.fragment`x.unit = ${unit}`;
  const ofKind =
    kind === null
      ? sql.fragment`true`
      : sql.fragment`(SELECT c.kind FROM cases c WHERE c.case_id = x.case_id) = ${kind}`;
  return db.any(sql.type(BoardEscalations.shape.escalations.element)`
    SELECT x.case_id AS "caseId", x.clock, x.rung, x.due_at AS "dueAt", x.at
    FROM escalations x WHERE ${ofUnit} AND ${ofKind} ORDER BY x.at DESC LIMIT 50
  `);
}

/** Cases not late yet whose legal clock runs, the soonest due first. */
export async function listSoonest(db: CommonQueryMethods, scope: BoardScope): Promise<CaseLine[]> {
  const rows = await db.any(sql.type(LineRow)`
    WITH page AS (
      SELECT c.case_id FROM cases c WHERE ${inTime(scope)} AND ${inScope(scope)}
      ORDER BY c.due_sort, c.case_id LIMIT 30)
    SELECT ${lineColumns} FROM ${lineTables} JOIN page USING (case_id) ORDER BY c.due_sort, c.case_id
  `);
  return rows.map(lineOf);
}
