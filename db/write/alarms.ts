import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import type { Alarm } from '../../domain/alarm.ts';
import { sql } from '../sql.ts';

type Raised = Pick<Alarm, 'kind' | 'subject' | 'detail'> & { at: string };

/** Raise an alarm, or bring the one that stands up to date; whether it is a new one. */
export function raiseAlarm(
  db: CommonQueryMethods,
  { kind, subject, detail, at }: Raised,
): Promise<boolean> {
  return db.oneFirst(sql.type(z.object({ raised: z.boolean() }))`
    INSERT INTO alarms (kind, subject, detail, raised_at)
    VALUES (${kind}, ${subject}, ${JSON.stringify(detail)}::jsonb, ${at})
    ON CONFLICT (kind, subject) WHERE cleared_at IS NULL DO UPDATE SET detail = EXCLUDED.detail
    RETURNING xmax = 0 AS raised
  `);
}

/** Clear the alarms of a kind that stand, but for those about one of the given subjects. */
export async function clearAlarms(
  db: CommonQueryMethods,
  { kind, except, at }: { kind: string; except: readonly string[]; at: string },
): Promise<void> {
  await db.query(sql.typeAlias('void')`
    UPDATE alarms SET cleared_at = ${at}
    WHERE kind = ${kind} AND cleared_at IS NULL
      AND NOT subject = ANY(${sql.array([...except], 'text')})
  `);
}
