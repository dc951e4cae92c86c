import type { CommonQueryMethods } from 'slonik';
import type { FoundOutcome } from '../../domain/record/found.ts';
import { sql } from '../sql.ts';

export interface NewFoundDecision {
  caseId: string;
  judgment: string;
  /** The answer that is the judgment's source. */
  answerId: string;
  outcome: FoundOutcome;
  recordNumber: string | null;
  reason: string | null;
  by: string;
  at: string;
}

/** Note what became of a judgment; false when that is decided already. */
export async function keepFoundDecision(
  db: CommonQueryMethods,
  { caseId, judgment, answerId, outcome, recordNumber, reason, by, at }: NewFoundDecision,
): Promise<boolean> {
  const { rowCount } = await db.query(sql.typeAlias('void')`
    INSERT INTO found_judgments (case_id, judgment, answer_id, outcome, record_number, reason, decided_by, decided_at)
    VALUES (${caseId}, ${judgment}, ${answerId}, ${outcome}, ${recordNumber}, ${reason}, ${by}, ${at})
    ON CONFLICT (case_id, judgment) DO NOTHING
  `);
  return rowCount === 1;
}
