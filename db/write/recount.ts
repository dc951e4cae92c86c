import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import type { DeadlineIncident } from '../../domain/deadlineIncident.ts';
import { sql } from '../sql.ts';

/** A difference as a recount finds it. */
export type Difference = Omit<DeadlineIncident, 'id' | 'unit' | 'foundAt' | 'clearedAt'>;

/** A run of cases that was recounted: after one, up to another; null = to the last there is. */
export interface Stretch {
  after: string;
  upTo: string | null;
}

const Round = z.object({ afterCase: z.string(), isFinished: z.boolean() });

/**
 * Take up the round of a day, or begin it, and hold it until the transaction ends: two workers share
 * its work and never do the same.
 */
export async function takeRound(
  db: CommonQueryMethods,
  day: string,
  at: string,
): Promise<z.infer<typeof Round>> {
  await db.query(sql.typeAlias('void')`
    INSERT INTO recount_rounds (day, started_at) VALUES (${day}::date, ${at}) ON CONFLICT DO NOTHING
  `);
  return db.one(sql.type(Round)`
    SELECT after_case AS "afterCase", finished_at IS NOT NULL AS "isFinished"
    FROM recount_rounds WHERE day = ${day}::date FOR UPDATE
  `);
}

/** Note how far a round has come; without a case to go on after, it is finished. */
export async function noteProgress(
  db: CommonQueryMethods,
  day: string,
  done: { upTo: string | null; clocks: number; differences: number; at: string },
): Promise<void> {
  await db.query(sql.typeAlias('void')`
    UPDATE recount_rounds
    SET after_case = coalesce(${done.upTo}, after_case), clocks = clocks + ${done.clocks},
      differences = differences + ${done.differences},
      finished_at = CASE WHEN ${done.upTo}::text IS NULL THEN ${done.at}::timestamptz END
    WHERE day = ${day}::date
  `);
}

/**
 * Keep the differences of a stretch of cases as incidents: a new one is opened, one that stands is
 * brought up to date, one that was not found again is cleared.
 */
export async function keepDifferences(
  db: CommonQueryMethods,
  { after, upTo }: Stretch,
  differences: readonly Difference[],
  at: string,
): Promise<void> {
  for (const each of differences) {
    await db.query(sql.typeAlias('void')`
      INSERT INTO deadline_incidents AS i (case_id, clock, stored_at, first_at, second_at,
        first_explanation, second_explanation, found_at)
      VALUES (${each.caseId}, ${each.clock}, ${each.storedAt}, ${each.firstAt}, ${each.secondAt},
        ${JSON.stringify(each.firstExplanation)}::jsonb,
        ${JSON.stringify(each.secondExplanation)}::jsonb, ${at})
      ON CONFLICT (case_id, clock) WHERE cleared_at IS NULL DO UPDATE SET
        stored_at = EXCLUDED.stored_at, first_at = EXCLUDED.first_at, second_at = EXCLUDED.second_at,
        first_explanation = EXCLUDED.first_explanation,
        second_explanation = EXCLUDED.second_explanation
    `);
  }
  const found = differences.map(({ caseId, clock }) => [caseId, clock]);
  await db.query(sql.typeAlias('void')`
    UPDATE deadline_incidents i SET cleared_at = ${at}
    WHERE i.cleared_at IS NULL AND i.case_id > ${after}
      AND (${upTo}::text IS NULL OR i.case_id <= ${upTo})
      AND NOT EXISTS (SELECT FROM ${sql.unnest(found, ['text', 'text'])} AS f (case_id, clock)
        WHERE f.case_id = i.case_id AND f.clock = i.clock)
  `);
}
