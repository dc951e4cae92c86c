import type { CommonQueryMethods, DatabasePool } from 'slonik';
import { lawAt } from '../db/read/law.ts';
import { sql } from '../db/sql.ts';
import { sumUpDays, sumUpToday } from '../db/write/sums.ts';
import { ApiUser } from '../demo/apiUser.ts';
import { DEMO_PASSWORD } from '../domain/demonstration.ts';
import { addDays, dateOf, type InstantMs } from '../domain/instant.ts';
import { BOARD_DAYS } from '../domain/turnaround.ts';
import { measureDay } from '../workers/stepTimes.ts';
import { type Figure, figure, latencies, quantile } from './figures.ts';

/** What a board asks for when it is opened. */
const SECTIONS = [
  'counts',
  'flows',
  'days?days=30',
  'days?days=90',
  'escalations',
  'soonest',
  'rescue',
  'calibration',
  'holders',
  'league',
] as const;

/**
 * Make ready what the system keeps ready as it goes, for rows that were multiplied aside: the daily
 * counters, since when each case stands at its step, step times and predictions of a day.
 */
export async function readyBoard(pool: DatabasePool, now: InstantMs): Promise<void> {
  await pool.connect(async (db) => {
    await db.query(sql.typeAlias('void')`SET statement_timeout = 0`);
    await db.query(sql.typeAlias('void')`DELETE FROM daily_counts`);
    await db.query(sql.typeAlias('void')`INSERT INTO daily_counts SELECT * FROM counted_days`);
    await db.query(sql.typeAlias('void')`DELETE FROM step_time_runs`);
    await db.query(sql.typeAlias('void')`DELETE FROM summed_days`);
    // The log of a multiplied case was written after its row, which could not look there.
    await db.query(sql.typeAlias('void')`
      UPDATE cases c SET step_since = e.at FROM case_events e
      WHERE e.case_id = c.case_id AND e.rev = c.rev AND c.step_since IS NULL AND c.closed_at IS NULL
    `);
    // Multiplied rows were never visited since: autovacuum would have marked them by now.
    await db.query(sql.typeAlias('void')`VACUUM ANALYZE cases, holdings, verifications`);
    await sumUp(db, now);
    await db.query(sql.typeAlias('void')`RESET statement_timeout`);
  });
  await measureDay(pool, now);
}

/** Sum up the days and quarters of hours that are over, as the worker does within ten seconds. */
async function sumUp(db: CommonQueryMethods, now: InstantMs): Promise<void> {
  const law = await lawAt(db, now);
  if (law === null) throw new Error('no rule set is in force on the day of the bench');
  const today = dateOf(now);
  const firstDate = addDays(today, 1 - BOARD_DAYS);
  const calendar = law.calendar.version;
  for (let done = 1; done > 0; done = await sumUpDays(db, { firstDate, today, calendar }));
  await sumUpToday(db, { now, calendar });
}

/**
 * Latencies of the board's reads, by a supervisor of a province and the Centre's in turns, `times` of each;
 * and of each read its p99, to tell which is the slow one.
 */
export async function boardFigures(base: string, place: string, times: number): Promise<Figure[]> {
  const readers = await Promise.all(
    [`giamsat.${place}`, 'giamsat.tt'].map((name) => ApiUser.signIn(base, name, DEMO_PASSWORD)),
  );
  const samples = SECTIONS.map((section) => ({ section, ms: [] as number[] }));
  for (let round = 0; round < times; round += 1) {
    for (const { section, ms } of samples) {
      const from = performance.now();
      await readers[round % readers.length]?.get(`/board/${section}`);
      ms.push(performance.now() - from);
    }
  }
  const all = latencies(
    'board',
    samples.flatMap(({ ms }) => ms),
  );
  const each = samples.map(({ section, ms }) =>
    figure(`board_p99_ms_${section.replace(/\?.*=/, '_')}`, quantile(ms, 0.99), 'ms'),
  );
  return [...all, ...each];
}
