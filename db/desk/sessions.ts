import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { sql } from '../sql.ts';

const Body = z.object({ body: z.unknown() });

/** A live session's content, or null. */
export async function findSession(db: CommonQueryMethods, id: string): Promise<unknown> {
  return db.maybeOneFirst(sql.prepared('find_session', Body)`
    SELECT body FROM sessions WHERE id = ${id} AND expires_at > now()
  `);
}

export async function writeSession(
  db: CommonQueryMethods,
  id: string,
  body: unknown,
  lifetimeS: number,
): Promise<void> {
  await db.query(sql.typeAlias('void')`
    INSERT INTO sessions (id, body, expires_at)
    VALUES (${id}, ${JSON.stringify(body)}::jsonb, now() + ${lifetimeS} * interval '1 second')
    ON CONFLICT (id) DO UPDATE SET body = EXCLUDED.body, expires_at = EXCLUDED.expires_at
  `);
}

export async function deleteSession(db: CommonQueryMethods, id: string): Promise<void> {
  await db.query(sql.typeAlias('void')`DELETE FROM sessions WHERE id = ${id}`);
}
