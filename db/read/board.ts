import type { CommonQueryMethods, FragmentSqlToken } from 'slonik';
import type * as z from 'zod';
import { Board } from '../../domain/desk.ts';
import { sql } from '../sql.ts';
import { lineColumns, lineOf, LineRow, lineTables } from './caseLines.ts';

export interface BoardScope {
  /** One unit, or null for the whole country. */
  unit: string | null;
  /** Business time, ISO, and the end of its day and of the third day after. */
  now: string;
  endOfDay: string;
  endOfThirdDay: string;
  startOfDay: string;
}

const RUNNING = sql.fragment`c.closed_at IS NULL AND c.legal_done_at IS NULL AND NOT c.paused`;

function inScope({ unit }: BoardScope): FragmentSqlToken {
  return unit === null ? sql.fragment`true` : sql.fragment`c.unit = ${unit}`;
}

const Counts = Board.pick({
  late: true,
  dueToday: true,
  dueInThreeDays: true,
  atRisk: true,
  open: true,
});

/** What is late, due and at risk now; derived when read, never stored. */
export function countDue(
  db: CommonQueryMethods,
  scope: BoardScope,
): Promise<z.infer<typeof Counts>> {
  const { now, endOfDay, endOfThirdDay } = scope;
  return db.one(sql.type(Counts)`
    SELECT count(*) FILTER (WHERE ${RUNNING} AND c.legal_due_at < ${now})::int AS late,
      count(*) FILTER (WHERE ${RUNNING} AND c.legal_due_at BETWEEN ${now} AND ${endOfDay})::int AS "dueToday",
      count(*) FILTER (WHERE ${RUNNING} AND c.legal_due_at BETWEEN ${now} AND ${endOfThirdDay})::int
        AS "dueInThreeDays",
      count(*) FILTER (WHERE ${RUNNING} AND c.at_risk_at <= ${now} AND c.legal_due_at >= ${now})::int
        AS "atRisk",
      count(*)::int AS open
    FROM cases c WHERE c.closed_at IS NULL AND ${inScope(scope)}
  `);
}

const Today = Board.pick({ receivedToday: true, issuedToday: true });

export function countToday(
  db: CommonQueryMethods,
  scope: BoardScope,
): Promise<z.infer<typeof Today>> {
  return db.one(sql.type(Today)`
    SELECT
      (SELECT count(*)::int FROM cases c WHERE c.opened_at >= ${scope.startOfDay} AND ${inScope(scope)})
        AS "receivedToday",
      (SELECT count(*)::int FROM cases c WHERE c.issued_at >= ${scope.startOfDay} AND ${inScope(scope)})
        AS "issuedToday"
  `);
}

/** Open, late and at-risk cases by unit and step. */
export async function countBySteps(
  db: CommonQueryMethods,
  scope: BoardScope,
): Promise<z.infer<typeof Board>['bySteps']> {
  const rows = await db.any(sql.type(Board.shape.bySteps.element)`
    SELECT c.unit, u.name AS "unitName", c.step, count(*)::int AS open,
      count(*) FILTER (WHERE ${RUNNING} AND c.legal_due_at < ${scope.now})::int AS late,
      count(*) FILTER (WHERE ${RUNNING} AND c.at_risk_at <= ${scope.now}
        AND c.legal_due_at >= ${scope.now})::int AS "atRisk"
    FROM cases c JOIN units u ON u.code = c.unit
    WHERE c.closed_at IS NULL AND ${inScope(scope)}
    GROUP BY c.unit, u.name, c.step ORDER BY c.unit, c.step
  `);
  return [...rows];
}

/** Received, issued and stock at the end of each of the last 30 days, oldest first. */
export async function countDays(
  db: CommonQueryMethods,
  scope: BoardScope,
): Promise<z.infer<typeof Board>['days']> {
  const countBy = (at: FragmentSqlToken) => sql.fragment`
    SELECT (${at} AT TIME ZONE INTERVAL '+07:00')::date AS d, count(*)::int AS n FROM cases c
    WHERE ${at} > ${scope.now}::timestamptz - interval '31 days' AND ${inScope(scope)} GROUP BY 1`;
  const rows = await db.any(sql.type(Board.shape.days.element)`
    WITH days AS (
      SELECT d, (d::timestamp AT TIME ZONE '+07:00'::interval) AS start
      FROM (SELECT ((${scope.now}::timestamptz AT TIME ZONE INTERVAL '+07:00')::date - n) AS d
            FROM generate_series(0, 29) AS n) AS dates),
    received AS (${countBy(sql.fragment`c.opened_at`)}),
    issued AS (${countBy(sql.fragment`c.issued_at`)}),
    closed AS (${countBy(sql.fragment`c.closed_at`)}),
    now_open AS (SELECT count(*)::int AS n FROM cases c WHERE c.closed_at IS NULL AND ${inScope(scope)})
    SELECT days.d::text AS date, coalesce(received.n, 0) AS received, coalesce(issued.n, 0) AS issued,
      (SELECT n FROM now_open)
        - coalesce((SELECT sum(r.n) FROM received r WHERE r.d > days.d), 0)::int
        + coalesce((SELECT sum(x.n) FROM closed x WHERE x.d > days.d), 0)::int AS stock
    FROM days LEFT JOIN received USING (d) LEFT JOIN issued USING (d) ORDER BY days.d
  `);
  return [...rows];
}

/** Turnaround of the agencies asked, the least punctual first. */
export async function measureAgencies(
  db: CommonQueryMethods,
  scope: BoardScope,
): Promise<z.infer<typeof Board>['agencies']> {
  const rows = await db.any(sql.type(Board.shape.agencies.element)`
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
export async function listEscalations(
  db: CommonQueryMethods,
  scope: BoardScope,
): Promise<z.infer<typeof Board>['escalations']> {
  const Row = Board.shape.escalations.element;
  const rows = await db.any(sql.type(Row)`
    SELECT c.case_id AS "caseId", c.clock, c.rung, c.due_at AS "dueAt", c.at
    FROM escalations c WHERE ${inScope(scope)} ORDER BY c.at DESC LIMIT 50
  `);
  return [...rows];
}

/** Open cases whose legal clock runs, the soonest due first. */
export async function listSoonest(
  db: CommonQueryMethods,
  scope: BoardScope,
): Promise<z.infer<typeof Board>['soonest']> {
  const rows = await db.any(sql.type(LineRow)`
    SELECT ${lineColumns} FROM ${lineTables}
    WHERE ${RUNNING} AND c.legal_due_at IS NOT NULL AND ${inScope(scope)}
    ORDER BY c.due_sort, c.case_id LIMIT 30
  `);
  return rows.map(lineOf);
}
