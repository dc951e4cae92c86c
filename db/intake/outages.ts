import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import type { Outage, OutagePart } from '../../domain/holding.ts';
import { sql } from '../sql.ts';

export interface Beat {
  /** What lives. */
  part: 'API' | 'WORKER' | 'ENGINE';
  /** Business time, ISO. */
  at: string;
  /** What was down if it has been silent for too long. */
  what: OutagePart;
}

/** Silence, in real time, after which a part counts as having been down. */
const TOLERATED_SECONDS = 60;

/** Note that a part lives; true when its silence before became an outage. */
export function beat(db: CommonQueryMethods, { part, at, what }: Beat): Promise<boolean> {
  return db.oneFirst(sql.type(z.object({ down: z.boolean() }))`
    SELECT beat(${part}, ${at}, ${what}, ${TOLERATED_SECONDS}::int * interval '1 second') AS down
  `);
}

/** Note a time in which the system was down, as an administrator knows it; gives the row's id. */
export function noteOutage(
  db: CommonQueryMethods,
  { from, to, what, notedBy, reason }: Omit<z.infer<typeof Outage>, 'id'>,
): Promise<string> {
  return db.oneFirst(sql.type(z.object({ id: z.string() }))`
    INSERT INTO outages (from_at, to_at, what, noted_by, reason)
    VALUES (${from}, ${to}, ${what}, ${notedBy}, ${reason}) RETURNING id::text
  `);
}
