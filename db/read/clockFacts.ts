import type { CommonQueryMethods, DatabasePool, FragmentSqlToken, QuerySqlToken } from 'slonik';
import * as z from 'zod';
import { CLOCK_EFFECTS, type TermName, type TermUnit } from '../../domain/clock/law.ts';
import { PROMISE_CLOCK } from '../../domain/flow/flow.ts';
import type { ClockFacts } from '../../domain/law/trial.ts';
import { sql } from '../sql.ts';

export interface FactsWanted {
  /** Open cases' clocks that have not stopped, or all clocks that started within a period. */
  of: 'OPEN' | { from: string; to: string };
  /** One unit's cases, or null for all. */
  unit: string | null;
}

const Row = z.object({
  caseId: z.string(),
  unit: z.string(),
  asked: z.string().nullable(),
  clock: z.string(),
  term: z.custom<TermName>((value) => typeof value === 'string'),
  effect: z.enum(CLOCK_EFFECTS),
  ruleSetId: z.string(),
  calendarVersion: z.string(),
  overlay: z.string().nullable(),
  /** What it was extended to, where it was. */
  amount: z.number().nullable(),
  unitOfAmount: z.custom<TermUnit>((value) => typeof value === 'string').nullable(),
  startedAt: z.number(),
  dueAt: z.number(),
  endedAt: z.number().nullable(),
});

function wantedRows({ of, unit }: FactsWanted): FragmentSqlToken {
  // What was promised is a date: no rule counts it.
  const counted = sql.fragment`AND k.name <> ${PROMISE_CLOCK}`;
  const owned = unit === null ? counted : sql.fragment`${counted} AND c.unit = ${unit}`;
  if (of === 'OPEN') {
    return sql.fragment`c.closed_at IS NULL AND k.stopped_at IS NULL ${owned}`;
  }
  // A period is of whole days in Viet Nam (UTC+7, no daylight saving).
  return sql.fragment`
    k.started_at >= ${of.from}::date::timestamp AT TIME ZONE '+07:00'::interval
    AND k.started_at < (${of.to}::date + 1)::timestamp AT TIME ZONE '+07:00'::interval ${owned}`;
}

const Size = z.object({ clocks: z.int(), cases: z.int() });

/** How many clocks {@link readClockFacts} would give, and of how many cases. */
export function countClockFacts(
  db: CommonQueryMethods,
  wanted: FactsWanted,
): Promise<z.infer<typeof Size>> {
  return db.one(sql.type(Size)`
    SELECT coalesce(sum(n), 0)::int AS clocks, count(*)::int AS cases FROM (
      SELECT count(*) AS n FROM case_clocks k JOIN cases c USING (case_id)
      WHERE ${wantedRows(wanted)} GROUP BY k.case_id) AS each_case
  `);
}

/**
 * Give the facts of many clocks to `take`, batch by batch, all as of one instant. Whatever `take`
 * throws ends the reading.
 */
export async function readClockFacts(
  pool: DatabasePool,
  wanted: FactsWanted,
  take: (facts: readonly ClockFacts[]) => Promise<void>,
): Promise<void> {
  await pool.connect(async (db) => {
    // Begun by hand: within a transaction of slonik, `take` could not write on another connection.
    await db.query(sql.typeAlias('void')`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY`);
    try {
      // All rows are wanted, not the first few: the planner takes a cursor for the latter.
      await db.query(sql.typeAlias('void')`SET LOCAL cursor_tuple_fraction = 1`);
      const stood = await readStandstills(db);
      await db.query(declareFacts(wanted));
      for (;;) {
        const rows = await db.any(sql.type(Row)`FETCH 10000 FROM facts`);
        if (rows.length === 0) return;
        await take(rows.map((row) => factsOf(row, stood.get(nameOf(row)) ?? NEVER)));
      }
    } finally {
      await db.query(sql.typeAlias('void')`ROLLBACK`);
    }
  });
}

function declareFacts(wanted: FactsWanted): QuerySqlToken {
  const ms = (at: FragmentSqlToken) => sql.fragment`(extract(epoch FROM ${at}) * 1000)::float8`;
  return sql.typeAlias('void')`
    DECLARE facts NO SCROLL CURSOR FOR
    SELECT k.case_id AS "caseId", c.unit, v.unit AS asked, k.name AS clock, k.term, k.effect,
      c.rule_set AS "ruleSetId", c.calendar_version AS "calendarVersion",
      c.calendar_overlay AS overlay,
      CASE WHEN k.extended_for IS NOT NULL THEN k.budget::float8 END AS amount,
      CASE WHEN k.extended_for IS NOT NULL THEN k.unit END AS "unitOfAmount",
      ${ms(sql.fragment`k.started_at`)} AS "startedAt", ${ms(sql.fragment`k.due_at`)} AS "dueAt",
      ${ms(sql.fragment`coalesce(k.paused_at, k.stopped_at)`)} AS "endedAt"
    FROM case_clocks k JOIN cases c USING (case_id)
    LEFT JOIN verifications v ON k.name LIKE 'verification:%'
      AND v.request_id = substr(k.name, length('verification:') + 1)
    WHERE ${wantedRows(wanted)}`;
}

const NEVER: ClockFacts['stood'] = [];

function factsOf(
  { amount, unitOfAmount, ...row }: z.infer<typeof Row>,
  stood: ClockFacts['stood'],
): ClockFacts {
  const extended = amount !== null && unitOfAmount !== null;
  return { ...row, stood, extendedTo: extended ? { amount, unit: unitOfAmount } : null };
}

const Standstills = z.object({
  caseId: z.string(),
  clock: z.string(),
  stood: z.array(z.tuple([z.number(), z.number()])),
});

/** When clocks stood still, of the few that did. */
async function readStandstills(
  db: CommonQueryMethods,
): Promise<ReadonlyMap<string, ClockFacts['stood']>> {
  const rows = await db.any(sql.type(Standstills)`
    SELECT c.case_id AS "caseId", x ->> 'name' AS clock, x -> 'stood' AS stood
    FROM cases c, jsonb_array_elements(c.state -> 'clocks') AS x
    WHERE c.clock_stood AND jsonb_array_length(x -> 'stood') > 0
  `);
  return new Map(rows.map((row) => [nameOf(row), row.stood]));
}

function nameOf({ caseId, clock }: { caseId: string; clock: string }): string {
  return `${caseId} ${clock}`;
}
