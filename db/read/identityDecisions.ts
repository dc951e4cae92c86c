import type { CommonQueryMethods } from 'slonik';
import type * as z from 'zod';
import { Comparison } from '../../domain/identity/compare.ts';
import { DecisionGiven } from '../../domain/identity/lookUp.ts';
import { sql } from '../sql.ts';

const Row = DecisionGiven.extend({ comparison: Comparison });

/** Every decision on known persons of a case, the latest first, each with the comparison it rests on. */
export function listDecisions(
  db: CommonQueryMethods,
  caseId: string,
): Promise<readonly z.infer<typeof Row>[]> {
  return db.any(sql.type(Row)`
    SELECT d.known_person AS "knownPerson", d.decision, d.reason, d.comparison,
      d.comparison ->> 'class' AS class, (d.comparison -> 'score')::float8 AS score,
      a.display_name AS "decidedByName", d.decided_at AS "decidedAt"
    FROM identity_decisions d JOIN accounts a ON a.id = d.decided_by
    WHERE d.case_id = ${caseId} ORDER BY d.decided_at DESC, d.id
  `);
}
