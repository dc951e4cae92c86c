import type { CommonQueryMethods } from 'slonik';
import { LeagueLine, QUICK_DAYS } from '../../domain/turnaround.ts';
import { sql } from '../sql.ts';
import { summedUntil, type Window } from './holdings.ts';

/**
 * How the police and court units answered in a window and what they owe now, the least punctual
 * first. `unit` narrows to one of them.
 */
export async function listLeague(
  db: CommonQueryMethods,
  { unit = null, ...window }: Window & { unit?: string | null },
): Promise<readonly LeagueLine[]> {
  const { owner, calendar, firstDate, now } = window;
  const since = await summedUntil(db, window);
  return db.any(sql.type(LeagueLine)`
    WITH answers AS (
      SELECT d.unit, d.working_days, d.answered, d.in_term FROM turnaround_days d
      WHERE d.date >= ${firstDate}::date AND start_of_day(d.date) < ${since}
        AND (${owner}::text IS NULL OR d.owner = ${owner}) AND (${unit}::text IS NULL OR d.unit = ${unit})
      UNION ALL
      SELECT a.unit, a.working_days, a.answered, a.in_term
      FROM answered_between(${calendar}, ${since}, 'infinity', ${owner}) AS a
      WHERE ${unit}::text IS NULL OR a.unit = ${unit}),
    by_days AS (
      SELECT unit, working_days, sum(answered) AS answered, sum(in_term) AS in_term
      FROM answers GROUP BY 1, 2),
    ranked AS (
      SELECT *, sum(answered) OVER (PARTITION BY unit ORDER BY working_days) AS up_to,
        sum(answered) OVER (PARTITION BY unit) AS of_all FROM by_days),
    done AS (
      SELECT unit, sum(answered)::int AS answered, sum(in_term)::int AS in_term,
        min(working_days) FILTER (WHERE up_to >= 0.5 * of_all) AS median,
        min(working_days) FILTER (WHERE up_to >= 0.85 * of_all) AS percentile85,
        coalesce(sum(answered) FILTER (WHERE working_days <= ${QUICK_DAYS}::int), 0)::int AS in_five
      FROM ranked GROUP BY unit),
    owed AS (
      SELECT v.unit, count(*)::int AS open, count(*) FILTER (WHERE v.due_at < ${now})::int AS overdue,
        min(v.asked_at) AS oldest
      FROM verifications v LEFT JOIN waiting_cases w USING (case_id)
      WHERE v.answered_at IS NULL AND NOT v.withdrawn AND (${unit}::text IS NULL OR v.unit = ${unit})
        AND (${owner}::text IS NULL OR ${owner} = coalesce(w.owner, (
          SELECT c.unit FROM cases c WHERE c.case_id = v.case_id)))
      GROUP BY v.unit),
    -- Whoever does not answer is not on time either.
    figures AS (
      SELECT unit, coalesce(d.answered, 0) AS answered, d.median, d.percentile85,
        coalesce(d.in_term, 0)::float8 / nullif(coalesce(d.answered, 0) + coalesce(o.overdue, 0), 0) AS within_term,
        coalesce(d.in_five, 0)::float8 / nullif(coalesce(d.answered, 0) + coalesce(o.overdue, 0), 0) AS within_five,
        coalesce(o.open, 0) AS open, coalesce(o.overdue, 0) AS overdue, o.oldest
      FROM done d FULL JOIN owed o USING (unit))
    SELECT u.code AS unit, u.name AS "unitName", u.kind, f.answered, f.median, f.percentile85,
      f.within_term AS "withinTerm", f.within_five AS "withinFiveDays", f.open, f.overdue,
      f.oldest AS "oldestAskedAt"
    FROM figures f JOIN units u ON u.code = f.unit
    ORDER BY f.within_term NULLS LAST, u.code
  `);
}
