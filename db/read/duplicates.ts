import type { CommonQueryMethods } from 'slonik';
import type * as z from 'zod';
import { DuplicateCandidate } from '../../domain/duplicate.ts';
import { foldName } from '../../domain/foldName.ts';
import { sql } from '../sql.ts';

export interface DuplicateQuestion {
  unit: string;
  personalId?: string | undefined;
  fullName?: string | undefined;
  birthDate?: string | undefined;
}

/**
 * Dossiers of a unit that may be of the same person, the newest first: the same personal ID, or the
 * same folded name and birth date. Candidates for a person to judge, nothing more.
 */
export function listDuplicates(
  db: CommonQueryMethods,
  { unit, personalId = '', fullName = '', birthDate = '' }: DuplicateQuestion,
): Promise<readonly z.infer<typeof DuplicateCandidate>[]> {
  const folded = foldName(fullName);
  return db.any(sql.type(DuplicateCandidate)`
    SELECT p.case_id AS "caseId", p.full_name AS "subjectName", p.birth_date AS "birthDate",
      c.step, c.opened_at AS "openedAt",
      array_remove(ARRAY[
        CASE WHEN p.personal_id = ${personalId} THEN 'personalId' END,
        CASE WHEN p.folded_name = ${folded} THEN 'fullName' END,
        CASE WHEN p.birth_date = ${birthDate} THEN 'birthDate' END], NULL) AS matches
    FROM subjects p JOIN cases c USING (case_id)
    WHERE c.unit = ${unit} AND c.kind = 'APPLICATION' AND (
      (p.personal_id = ${personalId} AND ${personalId} <> '')
      OR (p.folded_name = ${folded} AND p.birth_date = ${birthDate} AND ${folded} <> ''))
    ORDER BY c.opened_at DESC LIMIT 10
  `);
}
