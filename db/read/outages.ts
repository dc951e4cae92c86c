import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { HOLDERS, OFFICE_HOLDERS } from '../../domain/flow/holder.ts';
import type { OutageShift } from '../../domain/outage.ts';
import { sql } from '../sql.ts';

const Held = z.object({ holder: z.enum(HOLDERS), workingMs: z.number() });

/**
 * What an outage of a time would take from the office's people and give to the system, as the ledger
 * stands now, and of how many cases. Time that is the system's already is not counted again.
 */
export async function measureShift(
  db: CommonQueryMethods,
  { from, to, calendar }: { from: string; to: string; calendar: string },
): Promise<OutageShift> {
  const office = sql.array([...OFFICE_HOLDERS], 'text');
  const [holders, cases] = await Promise.all([
    db.any(sql.type(Held)`
      SELECT holder, sum(office_ms)::float8 AS "workingMs"
      FROM held_between(${calendar}, ${from}, ${to}, NULL) WHERE holder = ANY (${office})
      GROUP BY holder HAVING sum(office_ms) > 0 ORDER BY 2 DESC, 1
    `),
    db.oneFirst(sql.type(z.object({ count: z.int() }))`
      SELECT count(DISTINCT case_id)::int AS count FROM holdings
      WHERE holder = ANY (${office}) AND from_at < ${to} AND (to_at IS NULL OR to_at > ${from})
    `),
  ]);
  return { cases, holders: [...holders] };
}
