import { sql } from '../sql.ts';

/**
 * The judgments that brought a question `v` of a case `c` to its court, as the answers in force of the police
 * (or of the Centre in their name) name them: only those of units whose court it is, as `courtBeside` of the
 * flow has it, and nothing of what the answers say beside. Empty for questions of every other kind.
 */
export const namedJudgments = sql.fragment`(
  SELECT coalesce(jsonb_agg(DISTINCT jsonb_build_object('judgmentNumber', e.entry ->> 'judgmentNumber',
    'judgmentDate', e.entry ->> 'judgmentDate', 'court', e.entry ->> 'court')), '[]')
  FROM verifications told JOIN agency_messages said ON said.id = told.answer_id
    CROSS JOIN jsonb_array_elements(said.body -> 'entries') AS e (entry)
  WHERE v.kind = 'COURT' AND told.case_id = v.case_id AND told.kind IN ('POLICE', 'CENTRE')
    AND told.outcome = 'RECORD_FOUND' AND v.unit = coalesce(
      (SELECT r ->> 'court' FROM jsonb_array_elements(c.state -> 'requests') AS r
       WHERE r ->> 'id' = told.request_id),
      (SELECT r ->> 'court' FROM jsonb_array_elements(c.state #> '{facts,routes}') AS r
       WHERE r ->> 'unit' = told.unit LIMIT 1),
      c.state #>> '{facts,courtUnit}'))`;
