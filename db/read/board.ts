import type { CommonQueryMethods, FragmentSqlToken } from 'slonik';
import * as z from 'zod';
import { BoardCounts, BoardDays, BoardEscalations, BoardFlows } from '../../domain/board.ts';
import { CASE_KINDS, type CaseLine } from '../../domain/case.ts';
import type { Reader } from '../../domain/sight.ts';
import { Instant } from '../../domain/text.ts';
import { sql } from '../sql.ts';
import { lineColumns, lineOf, LineRow, lineTables } from './caseLines.ts';
import { seenClock } from './sight.ts';

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

const OpenCount = BoardCounts.shape.total.extend({
  unit: z.string(),
  kind: z.enum(CASE_KINDS),
  step: z.string(),
  /** When the next of these clocks becomes late or at risk; null: none will. */
  nextDueAt: Instant.nullable(),
  nextRiskAt: Instant.nullable(),
});
/** Open cases of one unit, kind and step, and when time alone will change a count. */
export type OpenCount = z.infer<typeof OpenCount>;

/** Until when cases count as due today, and within three days. */
export interface DueEnds {
  now: string;
  endOfDay: string;
  endOfThirdDay: string;
}

/**
 * Open, late, due and at-risk cases of some units: a range of one index for each (`cases_step`),
 * whatever is closed.
 */
export function countOpen(
  db: CommonQueryMethods,
  units: readonly string[],
  { now: at, endOfDay, endOfThirdDay }: DueEnds,
): Promise<readonly OpenCount[]> {
  const now = sql.fragment`${at}::timestamptz`;
  const running = sql.fragment`c.legal_done_at IS NULL AND NOT c.paused`;
  const ahead = sql.fragment`${running} AND c.due_sort >= ${now} AND c.due_sort < 'infinity'`;
  return db.any(sql.type(OpenCount)`
    SELECT c.unit, c.kind, c.step, count(*)::int AS open,
      count(*) FILTER (WHERE ${running} AND c.due_sort < ${now})::int AS late,
      count(*) FILTER (WHERE ${ahead} AND c.due_sort <= ${endOfDay})::int AS "dueToday",
      count(*) FILTER (WHERE ${ahead} AND c.due_sort <= ${endOfThirdDay})::int AS "dueInThreeDays",
      count(*) FILTER (WHERE ${ahead} AND c.at_risk_at <= ${now})::int AS "atRisk",
      min(c.due_sort) FILTER (WHERE ${ahead}) AS "nextDueAt",
      min(c.at_risk_at) FILTER (WHERE ${ahead} AND c.at_risk_at > ${now}) AS "nextRiskAt"
    FROM cases c WHERE c.closed_at IS NULL AND c.unit = ANY (${sql.array(units, 'text')})
    GROUP BY c.unit, c.kind, c.step
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

/**
 * Received, issued, closed and the stock at the end of each of the last `days` days, oldest first;
 * `open`: how many cases of the scope are open now.
 */
export function countDays(
  db: CommonQueryMethods,
  scope: BoardScope,
  { today, days, open }: { today: string; days: number; open: number },
): Promise<readonly BoardDays['days'][number][]> {
  return db.any(sql.type(BoardDays.shape.days.element)`
    WITH counted AS (
      SELECT c.day, sum(c.received) AS received, sum(c.issued) AS issued, sum(c.closed) AS closed
      FROM daily_counts c
      WHERE c.day > ${today}::date - ${days}::int AND ${inScope(scope)} GROUP BY c.day)
    SELECT d.day::text AS date, coalesce(received, 0)::int AS received, coalesce(issued, 0)::int AS issued,
      coalesce(closed, 0)::int AS closed,
      (${open}::int - coalesce(sum(received - closed) OVER later, 0))::int AS stock
    FROM (SELECT ${today}::date - n AS day FROM generate_series(0, ${days}::int - 1) AS n) AS d
    LEFT JOIN counted USING (day)
    WINDOW later AS (ORDER BY d.day DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
    ORDER BY d.day
  `);
}

/** The latest rungs of the escalation ladder that a reader may know of, the newest first. */
export function listEscalations(
  db: CommonQueryMethods,
  scope: BoardScope,
  reader: Reader,
): Promise<readonly BoardEscalations['escalations'][number][]> {
  const { unit, kind } = scope;
  const ofUnit = unit === null ? sql.fragment`true` : sql.fragment`x.unit = ${unit}`;
  const ofKind =
    kind === null
      ? sql.fragment`true`
      : sql.fragment`(SELECT c.kind FROM cases c WHERE c.case_id = x.case_id) = ${kind}`;
  return db.any(sql.type(BoardEscalations.shape.escalations.element)`
    SELECT x.case_id AS "caseId", x.clock, x.rung, x.due_at AS "dueAt", x.at
    FROM escalations x
    WHERE ${ofUnit} AND ${ofKind} AND ${seenClock(sql.fragment`x.clock`, reader)}
    ORDER BY x.at DESC LIMIT 50
  `);
}

/** Cases not late yet whose legal clock runs, the soonest due first. */
export async function listSoonest(
  db: CommonQueryMethods,
  scope: BoardScope,
  reader: Reader,
): Promise<CaseLine[]> {
  const rows = await db.any(sql.type(LineRow)`
    WITH page AS (
      SELECT c.case_id FROM cases c WHERE ${inTime(scope)} AND ${inScope(scope)}
      ORDER BY c.due_sort, c.case_id LIMIT 30)
    SELECT ${lineColumns(reader)} FROM ${lineTables} JOIN page USING (case_id)
    ORDER BY c.due_sort, c.case_id
  `);
  return rows.map(lineOf);
}
