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
