import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { NormalisationItem, type SaidWords } from '../../domain/record/normalisation.ts';
import { sql } from '../sql.ts';
import { stands } from './records.ts';

const Said = z.object({
  offence: z.string(),
  provision: z.string(),
  date: z.string(),
  judgments: z.int(),
  records: z.int(),
});

/** Judgments of a department's records that carry no entry of the catalogue, one row each as `j`. */
const unnormalised = (unit: string) => sql.fragment`
  records r JOIN record_versions h ON h.book = r.book AND h.number = r.number AND h.version = r.head
    CROSS JOIN LATERAL jsonb_array_elements(h.body -> 'judgments') AS j
  WHERE r.book = 'PROVINCE' AND r.unit = ${unit} AND r.unnormalised > 0 AND ${stands}
    AND j ->> 'offenceCode' IS NULL AND j -> 'abolished' = 'null'
`;

/** What un-normalised judgments of a department say, by words and day. */
export function listSaid(db: CommonQueryMethods, unit: string): Promise<readonly SaidWords[]> {
  return db.any(sql.type(Said)`
    SELECT j ->> 'offence' AS offence, j ->> 'provision' AS provision, j ->> 'date' AS date,
      count(*)::int AS judgments, count(DISTINCT r.number)::int AS records
    FROM ${unnormalised(unit)} GROUP BY 1, 2, 3
  `);
}

export interface ChosenWords {
  offence: string;
  provision: string;
  from: string;
  to: string;
  code: string;
}

/** The un-normalised judgments that chosen words stand in, each with the entry chosen for them. */
export function listChosen(
  db: CommonQueryMethods,
  unit: string,
  groups: readonly ChosenWords[],
): Promise<readonly NormalisationItem[]> {
  return db.any(sql.type(NormalisationItem)`
    SELECT u.number, u.head AS version, (u.j ->> 'ref')::int AS ref, u.full_name AS "fullName",
      g.offence, g.provision, g.code
    FROM (SELECT r.number, r.head, r.full_name, j FROM ${unnormalised(unit)}) u
      JOIN jsonb_to_recordset(${JSON.stringify(groups)}::jsonb) AS g (offence text, provision text,
        "from" text, "to" text, code text)
        ON g.offence = u.j ->> 'offence' AND g.provision = u.j ->> 'provision'
          AND u.j ->> 'date' BETWEEN g."from" AND g."to"
    ORDER BY u.number, ref LIMIT 10000
  `);
}
