import type { CommonQueryMethods } from 'slonik';
import type { FoundOutcome } from '../../domain/record/found.ts';
import { sql } from '../sql.ts';

export interface NewFoundDecision {
  caseId: string;
  judgment: string;
  /** 1 for the first decision on it, one more each time nothing came of the one before. */
  round: number;
  /** The answer that is the judgment's source. */
  answerId: string;
  outcome: FoundOutcome;
  recordNumber: string | null;
  /** Made with the decision, for a further judgment. */
  proposal: string | null;
  reason: string | null;
  by: string;
  at: string;
}

/** Note what became of a judgment; false when that round is decided already. */
export async function keepFoundDecision(
  db: CommonQueryMethods,
  decision: NewFoundDecision,
): Promise<boolean> {
  const { caseId, judgment, round, answerId, outcome, recordNumber, proposal, reason, by, at } =
    decision;
  const { rowCount } = await db.query(sql.typeAlias('void')`
    INSERT INTO found_judgments (case_id, judgment, round, answer_id, outcome, record_number, proposal, reason,
      decided_by, decided_at)
    VALUES (${caseId}, ${judgment}, ${round}, ${answerId}, ${outcome}, ${recordNumber}, ${proposal}, ${reason},
      ${by}, ${at})
    ON CONFLICT (case_id, judgment, round) DO NOTHING
  `);
  return rowCount === 1;
}
