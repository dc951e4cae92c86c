import type { CommonQueryMethods } from 'slonik';
import type { Comparison } from '../../domain/identity/compare.ts';
import type { DecisionForm } from '../../domain/identity/lookUp.ts';
import { sql } from '../sql.ts';

export interface NewDecision extends Omit<DecisionForm, 'knownPersons'> {
  /** The request's idempotency key: the same request is the same decision. */
  id: string;
  caseId: string;
  /** Each known person decided on, with what the comparison says now. */
  on: readonly { knownPerson: number; comparison: Comparison }[];
  /** Version of the weights. */
  weights: string;
  /** Account id. */
  decidedBy: string;
  decidedAt: string;
}

/** Keep who known persons are, all or none; a repeat changes nothing. */
export async function keepDecision(db: CommonQueryMethods, given: NewDecision): Promise<void> {
  const { id, caseId, on, decision, reason } = given;
  const rows = on.map(({ knownPerson, comparison }) => ({
    known_person: knownPerson,
    comparison,
  }));
  await db.query(sql.typeAlias('void')`
    INSERT INTO identity_decisions (case_id, id, known_person, decision, reason, comparison, weights,
      decided_by, decided_at)
    SELECT ${caseId}, ${id}, each.known_person, ${decision}, ${reason}, each.comparison, ${given.weights},
      ${given.decidedBy}, ${given.decidedAt}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS each (known_person int, comparison jsonb)
    ON CONFLICT (case_id, id, known_person) DO NOTHING
  `);
}

export interface NewLookUp {
  caseId: string;
  /** Account id. */
  account: string;
  at: string;
  /** Version of the weights. */
  weights: string;
  /** Ids of known persons, the likeliest first. */
  found: readonly number[];
}

/** Note what a look-up found, unless the last one of the case found the same by the same weights. */
export async function noteLookUp(db: CommonQueryMethods, lookUp: NewLookUp): Promise<void> {
  const { caseId, account, at, weights } = lookUp;
  const found = sql.array([...lookUp.found], 'int4');
  await db.query(sql.typeAlias('void')`
    WITH last AS (SELECT n, found, weights FROM look_ups WHERE case_id = ${caseId} ORDER BY n DESC LIMIT 1)
    INSERT INTO look_ups (case_id, n, account, at, weights, found)
    SELECT ${caseId}, coalesce((SELECT n FROM last), 0) + 1, ${account}, ${at}, ${weights}, ${found}
    WHERE NOT EXISTS (SELECT FROM last WHERE last.found = ${found} AND last.weights = ${weights})
    ON CONFLICT DO NOTHING
  `);
}
