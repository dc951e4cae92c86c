import type { DatabasePool } from 'slonik';
import * as z from 'zod';
import type { DispatchItem } from '../../domain/exchange/dispatch.ts';
import { sql } from '../sql.ts';

export interface NewDispatch {
  /** The request's own key: the same again changes nothing. */
  id: string;
  unit: string;
  year: number;
  /** What follows the number. */
  sign: string;
  ruleSetId: string;
  by: string;
  at: string;
  items: readonly DispatchItem[];
}

/**
 * Make a cover letter under the next number of its unit and year; number and letter are one transaction, so
 * there are no gaps. Breaks a unique constraint where a sending stands in another letter.
 */
export async function makeDispatch(
  pool: DatabasePool,
  { id, unit, year, sign, ruleSetId, by, at, items }: NewDispatch,
): Promise<void> {
  await pool.transaction(async (tx) => {
    const serial = await tx.oneFirst(sql.type(z.object({ last: z.int() }))`
      INSERT INTO dispatch_registers AS g (unit, year, last) VALUES (${unit}, ${year}, 1)
      ON CONFLICT (unit, year) DO UPDATE SET last = g.last + 1 RETURNING last
    `);
    await tx.query(sql.typeAlias('void')`
      INSERT INTO dispatches (id, unit, year, serial, number, rule_set_id, made_by, made_at)
      VALUES (${id}, ${unit}, ${year}, ${serial}, ${`${serial}/${sign}`}, ${ruleSetId}, ${by}, ${at})
    `);
    await tx.query(sql.typeAlias('void')`
      INSERT INTO dispatch_items (dispatch_id, place, case_id, sending, line)
      SELECT ${id}, l.place, l.line ->> 'caseId', (l.line ->> 'sending')::int, l.line
      FROM jsonb_array_elements(${JSON.stringify(items)}::jsonb) WITH ORDINALITY AS l (line, place)
    `);
  });
}
