import { randomUUID } from 'node:crypto';
import type { DatabasePool } from 'slonik';
import * as z from 'zod';
import { rehearse } from '../api/law/rehearse.ts';
import { tryOnHistory } from '../api/law/tryOnHistory.ts';
import { insertRun, type NewRun } from '../db/desk/lawRuns.ts';
import { sql } from '../db/sql.ts';
import { type BusinessClock, businessTime } from '../domain/clock/businessClock.ts';
import { CENTRE_UNIT } from '../domain/flow/flow.ts';
import { addDays, dateOf, isoOf, weekdayOf } from '../domain/instant.ts';
import type { LawChange } from '../domain/law/draft.ts';
import { type Figure, figure } from './figures.ts';

const SOURCE = 'Diễn tập của phép đo';

/** A swap in the coming week: its Friday off, the Saturday after made up. */
function swapAfter(now: number, base: string): LawChange {
  const today = dateOf(now);
  const friday = addDays(today, ((5 - weekdayOf(today) + 7) % 7) + 7);
  const day = { nameVi: 'Hoán đổi', nameEn: 'Swap', confirmed: true, source: SOURCE };
  return {
    of: 'CALENDAR',
    base,
    days: [
      { date: friday, kind: 'swap_off', ...day },
      { date: addDays(friday, 8), kind: 'makeup_working', ...day },
    ],
  };
}

/**
 * How fast a change of the calendar is rehearsed on the open cases that are in the database, and tried
 * on all clocks there: cases and clocks per second, in one process. Nothing is written to any case.
 */
export async function rehearsalFigures(
  pool: DatabasePool,
  clock: BusinessClock,
): Promise<Figure[]> {
  const now = businessTime(clock, Date.now());
  const { base, account } = await pool.one(sql.type(
    z.object({ base: z.string(), account: z.string() }),
  )`
    SELECT (SELECT version FROM calendars ORDER BY published_at DESC LIMIT 1) AS base,
      (SELECT id::text FROM accounts WHERE 'SYSTEM_ADMIN' = ANY (roles) LIMIT 1) AS account
  `);
  const common = {
    draftId: null,
    draftRev: null,
    title: SOURCE,
    change: swapAfter(now, base),
    unit: null,
    askedBy: account,
    askedUnit: CENTRE_UNIT,
    askedAt: isoOf(now),
  };
  const rehearsal: NewRun = {
    ...common,
    id: randomUUID(),
    kind: 'REHEARSAL',
    periodFrom: null,
    periodTo: null,
  };
  const whole = { periodFrom: '2015-01-01', periodTo: '2028-12-31' };
  const trial: NewRun = { ...common, ...whole, id: randomUUID(), kind: 'WHAT_IF' };
  const rehearsed = await timed(pool, rehearsal, () =>
    rehearse({ pool, clock }, rehearsal, async () => undefined),
  );
  const period = { from: whole.periodFrom, to: whole.periodTo };
  const tried = await timed(pool, trial, () =>
    tryOnHistory({ pool, clock }, { ...trial, ...period }, async () => undefined),
  );
  return [
    figure('rehearsal_cases_per_s', rehearsed.found.cases / rehearsed.seconds, '1/s'),
    figure('rehearsal_s', rehearsed.seconds, 's'),
    figure('what_if_clocks_per_s', tried.found.clocks / tried.seconds, '1/s'),
    figure('what_if_s', tried.seconds, 's'),
  ];
}

async function timed<T>(
  pool: DatabasePool,
  run: NewRun,
  work: () => Promise<T>,
): Promise<{ found: T; seconds: number }> {
  await insertRun(pool, run);
  const start = performance.now();
  const found = await work();
  return { found, seconds: (performance.now() - start) / 1_000 };
}
