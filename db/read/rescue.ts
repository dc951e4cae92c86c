import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { CASE_KINDS, type CaseLine } from '../../domain/case.ts';
import type { BandOutcome } from '../../domain/rescue.ts';
import type { Reader } from '../../domain/sight.ts';
import { Instant } from '../../domain/text.ts';
import { sql } from '../sql.ts';
import { type BoardScope, inScope, inTime } from './board.ts';
import { lineColumns, lineOf, LineRow, lineTables } from './caseLines.ts';

/** Steps in which a legal clock may run: those before the result is ready, or the record sent. */
const TIMED_STEPS = [
  'ACCEPTED',
  'VERIFYING',
  'EVALUATING',
  'CHECKING',
  'SIGNING',
  'ISSUING',
  'ENTERED',
  'RETURNED',
];
const timedSteps = sql.fragment`${sql.array(TIMED_STEPS, 'text')}`;

const OpenCase = z.object({
  caseId: z.string(),
  unit: z.string(),
  kind: z.enum(CASE_KINDS),
  /** Empty where the kind has no regimes. */
  regime: z.string(),
  step: z.string(),
  /** Epoch milliseconds: thousands of these are computed with, and few are shown. */
  dueMs: z.number(),
  enteredMs: z.number(),
});
/** An open case whose legal clock runs and is not late, and when it entered its step. */
export type OpenCase = z.infer<typeof OpenCase>;

const openCase = sql.fragment`
  c.case_id AS "caseId", c.unit, c.kind, coalesce(c.regime, '') AS regime, c.step,
  (extract(epoch FROM c.due_sort) * 1000)::float8 AS "dueMs",
  (extract(epoch FROM c.step_since) * 1000)::float8 AS "enteredMs"`;

/** The soonest due of each step of each unit in scope, `perStep` of each at most. */
export function listSoonestByStep(
  db: CommonQueryMethods,
  scope: BoardScope,
  perStep: number,
): Promise<readonly OpenCase[]> {
  const units = scope.unit === null ? sql.fragment`true` : sql.fragment`u.code = ${scope.unit}`;
  return db.any(sql.type(OpenCase)`
    SELECT found.*
    FROM units u CROSS JOIN unnest(${timedSteps}) AS s (step) CROSS JOIN LATERAL (
      SELECT ${openCase} FROM cases c
      WHERE c.unit = u.code AND c.step = s.step AND ${inTime(scope)} AND ${inScope(scope)}
        AND c.step_since IS NOT NULL
      ORDER BY c.due_sort, c.case_id LIMIT ${perStep}) AS found
    WHERE u.kind IN ('STP', 'CENTRE') AND ${units}
  `);
}

/** All open cases of a unit whose legal clock runs and is not late. */
export function listInTime(
  db: CommonQueryMethods,
  scope: BoardScope,
): Promise<readonly OpenCase[]> {
  return db.any(sql.type(OpenCase)`
    SELECT ${openCase} FROM cases c
    WHERE c.step = ANY (${timedSteps}) AND ${inTime(scope)} AND ${inScope(scope)}
      AND c.step_since IS NOT NULL
  `);
}

/** Worklist lines of some cases, in no order. */
export async function listLines(
  db: CommonQueryMethods,
  caseIds: readonly string[],
  reader: Reader,
): Promise<CaseLine[]> {
  const rows = await db.any(sql.type(LineRow)`
    SELECT ${lineColumns(reader)} FROM ${lineTables}
    WHERE c.case_id = ANY (${sql.array(caseIds, 'text')})
  `);
  return rows.map(lineOf);
}

const StepTimesRow = z.object({
  unit: z.string(),
  kind: z.string(),
  regime: z.string(),
  step: z.string(),
  samples: z.int(),
  percentiles: z.array(z.coerce.number()),
  measuredOn: z.string(),
});
export type StepTimesRow = z.infer<typeof StepTimesRow>;

/** Measured step times of a unit, or of all, with those of all units together (`*`). */
export function listStepTimes(
  db: CommonQueryMethods,
  unit: string | null,
): Promise<readonly StepTimesRow[]> {
  return db.any(sql.type(StepTimesRow)`
    SELECT unit, kind, regime, step, samples, percentiles, measured_on AS "measuredOn"
    FROM step_times WHERE unit = '*' OR unit = ${unit} OR ${unit}::text IS NULL
  `);
}

const Stretch = z.object({
  kind: z.string(),
  regime: z.string(),
  step: z.string(),
  enteredAt: Instant,
  doneAt: Instant,
});
/** A step of a finished case: when it was entered, and when the result was ready. */
export type Stretch = z.infer<typeof Stretch>;

/**
 * Steps of a unit's latest finished cases, closed after `since`, `limit` cases at most. Cases that
 * ended without a result say nothing; of a case that waited for a supplement only what came after.
 */
export function listStretches(
  db: CommonQueryMethods,
  { unit, since, limit }: { unit: string; since: string; limit: number },
): Promise<readonly Stretch[]> {
  return db.any(sql.type(Stretch)`
    WITH finished AS (
      SELECT case_id, kind, coalesce(regime, '') AS regime, legal_done_at FROM cases
      WHERE unit = ${unit} AND closed_at > ${since} AND legal_done_at IS NOT NULL
        AND step IN ('CLOSED', 'OFFICIALLY_UPDATED')
      ORDER BY closed_at DESC LIMIT ${limit}),
    logged AS (
      SELECT e.case_id, e.rev, e.step, e.at, lag(e.step) OVER log AS before,
        max(e.rev) FILTER (WHERE e.act = 'receiveSupplement') OVER (PARTITION BY e.case_id) AS resumed
      FROM finished JOIN case_events e USING (case_id)
      WINDOW log AS (PARTITION BY e.case_id ORDER BY e.rev))
    SELECT f.kind, f.regime, l.step, l.at AS "enteredAt", f.legal_done_at AS "doneAt"
    FROM logged l JOIN finished f USING (case_id)
    WHERE l.step IS DISTINCT FROM l.before AND l.at <= f.legal_done_at
      AND (l.resumed IS NULL OR l.rev >= l.resumed) AND l.step = ANY (${timedSteps})
  `);
}

const OutcomeRow = z.object({
  band: z.int(),
  called: z.int(),
  late: z.int(),
  expected: z.number(),
}) satisfies z.ZodType<BandOutcome>;

/** What became of the predictions of a month (its first day), by fifths of the scale. */
export function listOutcomes(
  db: CommonQueryMethods,
  month: string,
  scope: BoardScope,
): Promise<readonly BandOutcome[]> {
  return db.any(sql.type(OutcomeRow)`
    SELECT c.band, sum(c.called)::int AS called, sum(c.late)::int AS late, sum(c.expected) AS expected
    FROM rescue_calibration c WHERE c.month = ${month}::date AND ${inScope(scope)} GROUP BY c.band
  `);
}
