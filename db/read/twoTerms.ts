import type { CommonQueryMethods, FragmentSqlToken } from 'slonik';
import * as z from 'zod';
import { CASE_KINDS } from '../../domain/case.ts';
import { allows } from '../../domain/permission.ts';
import type { Reader } from '../../domain/sight.ts';
import { sql } from '../sql.ts';

/*
 * The few cases with two legal terms: their own, and the shorter one for an expunged person, of which
 * only readers of convictions may know. `cases.at_risk_at` is the earlier warning of both.
 */

/** The clock of an expunged person (`e`) beside cases (`c`), where there is one. */
export const expungedClock = sql.fragment`
  LEFT JOIN LATERAL (SELECT k.name, k.due_at, k.at_risk_at, k.stopped_at FROM case_clocks k
    WHERE k.case_id = c.case_id AND k.name = 'expunged') e ON true`;

/** When the own term of a case with both warns. */
const ownOfBoth = sql.fragment`(SELECT min(k.at_risk_at) FROM case_clocks k
  WHERE k.case_id = c.case_id AND k.effect = 'legal' AND k.name <> 'expunged')`;

/** When the case's own term warns, over `cases c` and {@link expungedClock}. */
export const ownRisk = sql.fragment`
  CASE WHEN e.name IS NULL THEN c.at_risk_at ELSE ${ownOfBoth} END`;

/** Due instant and warning of the shorter term while it runs, as far as a reader may know. */
export function shorterColumns(reader: Reader): FragmentSqlToken {
  if (!allows(reader, 'conviction.read')) {
    return sql.fragment`NULL::timestamptz AS "shorterDueAt", NULL::timestamptz AS "shorterRiskAt"`;
  }
  return sql.fragment`CASE WHEN e.stopped_at IS NULL THEN e.due_at END AS "shorterDueAt",
    CASE WHEN e.stopped_at IS NULL THEN e.at_risk_at END AS "shorterRiskAt"`;
}

/** Condition that the warning of `cases c` is one a reader may know of at an instant. */
export function seenRisk(reader: Reader, now: string): FragmentSqlToken {
  if (allows(reader, 'conviction.read')) return sql.fragment`true`;
  return sql.fragment`NOT EXISTS (SELECT FROM case_clocks e
    WHERE e.case_id = c.case_id AND e.name = 'expunged' AND ${ownOfBoth} > ${now})`;
}

const HiddenRisk = z.object({
  unit: z.string(),
  kind: z.enum(CASE_KINDS),
  step: z.string(),
  count: z.int(),
});

/**
 * Open cases in time that count as at risk only by the term of an expunged person, at an instant: what
 * a count for readers who may not know of it must leave out.
 */
export function countHiddenRisks(
  db: CommonQueryMethods,
  units: readonly string[],
  now: string,
): Promise<readonly z.infer<typeof HiddenRisk>[]> {
  return db.any(sql.type(HiddenRisk)`
    SELECT c.unit, c.kind, c.step, count(*)::int AS count
    FROM case_clocks e JOIN cases c USING (case_id)
    WHERE e.name = 'expunged' AND e.stopped_at IS NULL AND c.unit = ANY (${sql.array(units, 'text')})
      AND c.closed_at IS NULL AND c.legal_done_at IS NULL AND NOT c.paused
      AND c.due_sort >= ${now} AND c.at_risk_at <= ${now} AND ${ownOfBoth} > ${now}
    GROUP BY c.unit, c.kind, c.step
  `);
}
