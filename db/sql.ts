import { createSqlTag } from 'slonik';
import * as z from 'zod';

/**
 * The only `sql` in the project. `void` is for statements whose rows nobody reads; `sql.prepared` is for
 * those that every act runs: their text is parsed and planned once per connection.
 */
export const sql = createSqlTag({ typeAliases: { void: z.object({}).strict() } });

/** Rows nobody reads, for `sql.prepared`. */
export const NO_ROWS = z.strictObject({});
