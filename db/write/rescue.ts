import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { sql } from '../sql.ts';

/**
 * Take up a day's measurement; false when it is done or another worker is at it. One that was begun ten
 * minutes ago and has not ended was broken off.
 */
export async function beginStepTimeRun(db: CommonQueryMethods, day: string): Promise<boolean> {
  const begun = await db.maybeOneFirst(sql.type(z.object({ day: z.string() }))`
    INSERT INTO step_time_runs AS r (day) VALUES (${day}::date)
    ON CONFLICT (day) DO UPDATE SET begun_at = now()
    WHERE r.finished_at IS NULL AND r.begun_at < now() - interval '10 minutes'
    RETURNING day
  `);
  return begun !== null;
}

/** Note that a day's measurement is complete. */
export async function finishStepTimeRun(db: CommonQueryMethods, day: string): Promise<void> {
  await db.query(sql.typeAlias('void')`
    UPDATE step_time_runs SET finished_at = now() WHERE day = ${day}::date
  `);
}

/** Give a day's measurement back: it will be tried again. */
export async function dropStepTimeRun(db: CommonQueryMethods, day: string): Promise<void> {
  await db.query(sql.typeAlias('void')`DELETE FROM step_time_runs WHERE day = ${day}::date`);
}

export interface MeasuredStep {
  kind: string;
  regime: string;
  step: string;
  samples: number;
  percentiles: readonly number[];
}

/** Put a unit's measured step times (`*`: of all units) in place of its earlier ones. */
export async function writeStepTimes(
  db: CommonQueryMethods,
  { unit, day, steps }: { unit: string; day: string; steps: readonly MeasuredStep[] },
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.query(sql.typeAlias('void')`DELETE FROM step_times WHERE unit = ${unit}`);
    await tx.query(sql.typeAlias('void')`
      INSERT INTO step_times (unit, kind, regime, step, samples, percentiles, measured_on)
      SELECT ${unit}, kind, regime, step, samples,
        ARRAY(SELECT x::bigint FROM jsonb_array_elements_text(percentiles) WITH ORDINALITY AS p (x, i)
          ORDER BY i), ${day}::date
      FROM jsonb_to_recordset(${JSON.stringify(steps)}::jsonb)
        AS s (kind text, regime text, step text, samples int, percentiles jsonb)
    `);
  });
}

export interface Prediction {
  caseId: string;
  band: number;
  chance: number;
}

/** Keep what is said of cases; the first time a case is called so is kept. */
export async function writePredictions(
  db: CommonQueryMethods,
  predictions: readonly Prediction[],
  at: string,
): Promise<void> {
  await db.query(sql.typeAlias('void')`
    INSERT INTO rescue_predictions (case_id, band, chance, at)
    SELECT "caseId", band, chance, ${at}
    FROM jsonb_to_recordset(${JSON.stringify(predictions)}::jsonb)
      AS p ("caseId" text, band int, chance float8)
    ON CONFLICT DO NOTHING
  `);
}

/**
 * Hold the predictions of a month (from its first instant up to its end) against what came: cases
 * whose result is ready or whose due date has passed. Cases that ended without a result do not count.
 */
export async function writeCalibration(
  db: CommonQueryMethods,
  { month, from, to, now }: { month: string; from: string; to: string; now: string },
): Promise<void> {
  await db.query(sql.typeAlias('void')`
    INSERT INTO rescue_calibration AS k (month, unit, kind, band, called, late, expected)
    SELECT ${month}::date, c.unit, c.kind, p.band, count(*)::int,
      count(*) FILTER (WHERE coalesce(c.legal_done_at, ${now}) > c.legal_due_at)::int, sum(p.chance)
    FROM rescue_predictions p JOIN cases c USING (case_id)
    WHERE p.at >= ${from} AND p.at < ${to}
      AND (c.legal_done_at IS NOT NULL OR c.legal_due_at < ${now} AND NOT c.paused)
      AND c.step NOT IN ('REFUSED', 'WITHDRAWN', 'LAPSED', 'CANCELLED', 'ABANDONED')
    GROUP BY c.unit, c.kind, p.band
    ON CONFLICT (month, unit, kind, band) DO UPDATE SET called = EXCLUDED.called, late = EXCLUDED.late,
      expected = EXCLUDED.expected
  `);
}
