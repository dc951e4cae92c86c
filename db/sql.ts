import { createSqlTag } from 'slonik';
import * as z from 'zod';

/** The only `sql` in the project. `void` is for statements whose rows nobody reads. */
export const sql = createSqlTag({ typeAliases: { void: z.object({}).strict() } });
