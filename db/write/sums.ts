import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { sql } from '../sql.ts';

/** Days summed up in one go. */
const BATCH = 5;

/**
 * Sum up a few of the days that are over and not summed up yet, or to be summed up again, the oldest
 * first; gives how many.
 */
export async function sumUpDays(
  db: CommonQueryMethods,
  { firstDate, today, calendar }: { firstDate: string; today: string; calendar: string },
): Promise<number> {
  const days = await db.anyFirst(sql.type(z.object({ day: z.string() }))`
    SELECT to_char(d, 'YYYY-MM-DD') AS day
    FROM generate_series(${firstDate}::timestamp, ${today}::timestamp - interval '1 day', interval '1 day') AS d
    WHERE NOT EXISTS (SELECT FROM summed_days s WHERE s.date = d::date AND NOT s.stale)
    ORDER BY d LIMIT ${BATCH}
  `);
  for (const day of days) {
    await db.query(sql.typeAlias('void')`
      SELECT FROM (SELECT sum_up_day(${calendar}, ${day}::date)) AS done
    `);
  }
  return days.length;
}
