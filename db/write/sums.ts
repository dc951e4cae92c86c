import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { dateOf, type InstantMs, isoOf } from '../../domain/instant.ts';
import { sql } from '../sql.ts';

/** Days summed up in one go. */
const BATCH = 5;
/** Today is summed up in pieces of this length. */
const PIECE_MS = 15 * 60_000;
/** Acts of the last minutes may still be on their way into the database. */
const UNDERWAY_MS = 5 * 60_000;

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
    WHERE NOT EXISTS (SELECT FROM summed_days s WHERE s.date = d::date AND s.until IS NULL AND NOT s.stale)
    ORDER BY d LIMIT ${BATCH}
  `);
  for (const day of days) {
    await db.query(sql.typeAlias('void')`
      SELECT FROM (SELECT sum_up_day(${calendar}, ${day}::date)) AS done
    `);
  }
  return days.length;
}

/**
 * Sum up today up to the last full quarter of an hour, unless it is already, and keep who had what then: what a board
 * reads live is what moved since.
 */
export async function sumUpToday(
  db: CommonQueryMethods,
  { now, calendar }: { now: InstantMs; calendar: string },
): Promise<void> {
  const until = Math.floor((now - UNDERWAY_MS) / PIECE_MS) * PIECE_MS;
  const today = dateOf(now);
  if (dateOf(until) !== today) return;
  await db.query(sql.typeAlias('void')`
    SELECT FROM (SELECT sum_up_day(${calendar}, ${today}::date, ${isoOf(until)}) WHERE NOT EXISTS (
      SELECT FROM summed_days s WHERE s.date = ${today}::date AND NOT s.stale
        AND (s.until IS NULL OR s.until >= ${isoOf(until)}))) AS done
  `);
}
