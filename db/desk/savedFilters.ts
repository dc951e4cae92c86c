import type { CommonQueryMethods } from 'slonik';
import { SavedFilter } from '../../domain/bulk.ts';
import type * as z from 'zod';
import { sql } from '../sql.ts';

/** A person's own filters and those shared in the unit, by name. */
export function listSavedFilters(
  db: CommonQueryMethods,
  { account, unit }: { account: string; unit: string },
): Promise<readonly z.infer<typeof SavedFilter>[]> {
  return db.any(sql.type(SavedFilter)`
    SELECT id, name, query, shared FROM saved_filters
    WHERE account = ${account} OR (unit = ${unit} AND shared) ORDER BY name LIMIT 100
  `);
}

/** Keep a filter under a name; the same name again replaces it. */
export function saveFilter(
  db: CommonQueryMethods,
  filter: { account: string; unit: string; name: string; query: string; shared: boolean },
): Promise<z.infer<typeof SavedFilter>> {
  return db.one(sql.type(SavedFilter)`
    INSERT INTO saved_filters (account, unit, name, query, shared)
    VALUES (${filter.account}, ${filter.unit}, ${filter.name}, ${filter.query}, ${filter.shared})
    ON CONFLICT (account, name) DO UPDATE SET query = EXCLUDED.query, shared = EXCLUDED.shared
    RETURNING id, name, query, shared
  `);
}

export async function deleteFilter(
  db: CommonQueryMethods,
  id: string,
  account: string,
): Promise<void> {
  await db.query(sql.typeAlias('void')`
    DELETE FROM saved_filters WHERE id = ${id} AND account = ${account}
  `);
}
