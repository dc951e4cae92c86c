import type { CommonQueryMethods } from 'slonik';
import { Warnings } from '../../domain/warning.ts';
import type { Account } from '../../domain/account.ts';
import { sql } from '../sql.ts';
import { seenClock } from './sight.ts';

/** Of what a unit was told lately, so many rungs are looked at; of the reader's own cases all. */
const LATEST = 500;
const SHOWN = 50;

/**
 * The highest rung that each running clock has reached of those that tell one of the reader's roles, on
 * open cases of the reader's unit: own cases first, then the newest. Rungs of an earlier due date are past.
 */
export function listWarnings(
  db: CommonQueryMethods,
  { id, unit, roles }: Pick<Account, 'id' | 'unit' | 'roles'>,
): Promise<readonly Warnings['warnings'][number][]> {
  const tells = sql.fragment`x.unit = ${unit} AND x.tells && ${sql.array([...roles], 'text')}
    AND ${seenClock(sql.fragment`x.clock`, { roles })}`;
  return db.any(sql.type(Warnings.shape.warnings.element)`
    WITH told AS (
      (SELECT x.* FROM escalations x WHERE ${tells} ORDER BY x.at DESC LIMIT ${LATEST})
      UNION
      SELECT x.* FROM claims h JOIN escalations x USING (case_id)
      WHERE h.holder = ${id}::uuid AND ${tells}),
    highest AS (
      SELECT DISTINCT ON (x.case_id, x.clock) x.* FROM told x
      JOIN cases c ON c.case_id = x.case_id AND c.closed_at IS NULL
      JOIN case_clocks k ON k.case_id = x.case_id AND k.name = x.clock
        AND k.due_at = x.due_at AND k.stopped_at IS NULL
      ORDER BY x.case_id, x.clock, x.at DESC)
    SELECT x.case_id AS "caseId", x.clock, x.rung, x.due_at AS "dueAt", x.at,
      EXISTS (SELECT FROM claims h WHERE h.case_id = x.case_id AND h.holder = ${id}::uuid) AS mine
    FROM highest x ORDER BY mine DESC, x.at DESC, x.case_id, x.clock LIMIT ${SHOWN}
  `);
}

/**
 * Cases of the reader's unit to be checked or signed as “no conviction on record” although the last
 * look-up found persons on whom nobody decided, or who were left undecided: own cases first.
 */
export function listIdentityWarnings(
  db: CommonQueryMethods,
  { id, unit }: Pick<Account, 'id' | 'unit'>,
): Promise<readonly Warnings['identity'][number][]> {
  return db.any(sql.type(Warnings.shape.identity.element)`
    WITH drafted AS (
      SELECT c.case_id, c.state #>> '{doneBy,draft}' AS drafter FROM cases c
      WHERE c.unit = ${unit} AND c.kind = 'APPLICATION' AND c.closed_at IS NULL
        AND c.step IN ('CHECKING', 'SIGNING') AND c.state ->> 'conclusion' IN ('NO_RECORD', 'FOREIGNER_CLEAN'))
    SELECT c.case_id AS "caseId", count(*)::int AS undecided,
      c.drafter = ${id} OR EXISTS (
        SELECT FROM claims h WHERE h.case_id = c.case_id AND h.holder = ${id}::uuid) AS mine
    FROM drafted c
    CROSS JOIN LATERAL (
      SELECT found FROM look_ups l WHERE l.case_id = c.case_id ORDER BY n DESC LIMIT 1) AS last
    CROSS JOIN LATERAL unnest(last.found) AS k (person)
    WHERE coalesce((SELECT d.decision FROM identity_decisions d
      WHERE d.case_id = c.case_id AND d.known_person = k.person
      ORDER BY d.decided_at DESC LIMIT 1), 'UNDECIDED') = 'UNDECIDED'
    GROUP BY c.case_id, c.drafter ORDER BY mine DESC, c.case_id LIMIT ${SHOWN}
  `);
}
