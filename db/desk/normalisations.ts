import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { ITEM_RESULTS, NormalisationItem } from '../../domain/record/normalisation.ts';
import { sql } from '../sql.ts';

export interface NewNormalisation {
  id: string;
  unit: string;
  version: number;
  items: readonly NormalisationItem[];
  by: string;
  at: string;
}

/** Freeze what a batch will map; the same id again changes nothing. */
export async function freezeNormalisation(
  db: CommonQueryMethods,
  { id, unit, version, items, by, at }: NewNormalisation,
): Promise<void> {
  await db.query(sql.typeAlias('void')`
    INSERT INTO normalisations (id, unit, catalogue_version, items, made_by, made_at)
    VALUES (${id}, ${unit}, ${version}, ${JSON.stringify(items)}::jsonb, ${by}, ${at})
    ON CONFLICT (id) DO NOTHING
  `);
}

const Frozen = z.object({
  id: z.uuid(),
  unit: z.string(),
  version: z.int(),
  items: z.array(NormalisationItem),
  results: z.array(z.enum(ITEM_RESULTS)).nullable(),
  confirmedAt: z.string().nullable(),
});
export type FrozenNormalisation = z.infer<typeof Frozen>;

const columns = sql.fragment`
  id, unit, catalogue_version AS version, items, results, confirmed_at AS "confirmedAt"
`;

export function findNormalisation(
  db: CommonQueryMethods,
  id: string,
): Promise<FrozenNormalisation | null> {
  return db.maybeOne(sql.type(Frozen)`SELECT ${columns} FROM normalisations WHERE id = ${id}`);
}

/** A batch for carrying out: a second one waits here until the first is done. */
export function holdNormalisation(
  db: CommonQueryMethods,
  id: string,
): Promise<FrozenNormalisation | null> {
  return db.maybeOne(
    sql.type(Frozen)`SELECT ${columns} FROM normalisations WHERE id = ${id} FOR UPDATE`,
  );
}

/** Keep what came of each judgment of a batch. */
export async function keepNormalised(
  db: CommonQueryMethods,
  id: string,
  results: readonly (typeof ITEM_RESULTS)[number][],
  at: string,
): Promise<void> {
  await db.query(sql.typeAlias('void')`
    UPDATE normalisations SET results = ${JSON.stringify(results)}::jsonb, confirmed_at = ${at}
    WHERE id = ${id}
  `);
}
