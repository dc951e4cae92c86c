import type { CommonQueryMethods, FragmentSqlToken } from 'slonik';
import * as z from 'zod';
import type { Identity } from '../../domain/identity/identity.ts';
import { judgmentKey } from '../../domain/record/found.ts';
import type { RecordFile } from '../../domain/record/file.ts';
import { keysOf } from '../intake/knownPersons.ts';
import { sql } from '../sql.ts';
import { stands } from './records.ts';

const KnownRecord = z.object({
  recordNumber: z.string(),
  caseId: z.string(),
  unit: z.string(),
  /** Whether the Centre has its copy. */
  atCentre: z.boolean(),
});
export type KnownRecord = z.infer<typeof KnownRecord>;

/** Condition that a row `k` of the index may be of a person: one of its numbers, or its name and birth date. */
function mayBe(person: Identity): FragmentSqlToken {
  const { numbers, name } = keysOf(person);
  return sql.fragment`((cardinality(${sql.array(numbers, 'text')}) > 0 AND k.numbers && ${sql.array(numbers, 'text')})
    OR (k.name_key = ${name} AND k.birth_date = ${person.birthDate}))`;
}

/** Each record once, at most ten, those of `unit` first; what follows FROM has a row `k` of the index. */
function tenOf(
  db: CommonQueryMethods,
  unit: string,
  found: FragmentSqlToken,
): Promise<readonly KnownRecord[]> {
  return db.any(sql.type(KnownRecord)`
    SELECT k.record_number AS "recordNumber", k.case_id AS "caseId", k.unit,
      EXISTS (SELECT FROM records o WHERE o.book = 'CENTRE' AND o.number = k.record_number) AS "atCentre"
    FROM ${found}
    GROUP BY k.record_number, k.case_id, k.unit ORDER BY k.unit <> ${unit}, k.record_number LIMIT 10
  `);
}

/**
 * Records that may be of the same person: candidates only, at most ten, those of `unit` first; not the record that
 * was made from `origin`, none of those `decided` about already, and none whose transfer was given up. All that is
 * left out is left out before ten are taken.
 */
export function recordsLike(
  db: CommonQueryMethods,
  person: Identity,
  {
    unit,
    origin,
    decided = [],
  }: { unit: string; origin: string | null; decided?: readonly string[] },
): Promise<readonly KnownRecord[]> {
  return tenOf(
    db,
    unit,
    sql.fragment`known_persons k JOIN submissions m ON m.case_id = k.case_id
      LEFT JOIN records r ON r.book = 'PROVINCE' AND r.number = k.record_number
    WHERE r.abandoned_at IS NULL AND ${mayBe(person)}
      AND k.record_number <> ALL (${sql.array([...decided], 'text')})
      AND (${origin}::text IS NULL OR m.external_code IS DISTINCT FROM ${origin})`,
  );
}

/** By what a judgment is known again: number, day and court, however spaced, marked and spelled. */
export type JudgmentNamed = Pick<RecordFile['judgments'][number], 'number' | 'date' | 'court'>;

/**
 * Records that stand, may be of the same person and say a judgment now: candidates only, those of `unit` first. All
 * are compared before ten are taken. Not the record `except`.
 */
export function recordsHolding(
  db: CommonQueryMethods,
  person: Identity,
  { number, date, court }: JudgmentNamed,
  { unit, except }: { unit: string; except: string | null },
): Promise<readonly KnownRecord[]> {
  return tenOf(
    db,
    unit,
    sql.fragment`known_persons k
      JOIN records r ON r.book = 'PROVINCE' AND r.number = k.record_number AND ${stands}
      JOIN record_versions h ON h.book = r.book AND h.number = r.number AND h.version = r.head
    WHERE ${mayBe(person)} AND k.record_number IS DISTINCT FROM ${except}
      AND EXISTS (SELECT FROM jsonb_array_elements(h.body -> 'judgments') AS j
        WHERE judgment_key(jsonb_build_object('judgmentNumber', j -> 'number', 'judgmentDate', j -> 'date'))
            = ${judgmentKey(number, date)}
          AND fold_name(j ->> 'court') = fold_name(${court}))`,
  );
}
