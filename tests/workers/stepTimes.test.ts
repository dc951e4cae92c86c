import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DatabasePool } from 'slonik';
import * as z from 'zod';
import { openPool } from '../../db/pool.ts';
import { listOutcomes, listStepTimes } from '../../db/read/rescue.ts';
import { sql } from '../../db/sql.ts';
import { officeMeter } from '../../domain/clock/officeTime.ts';
import { DAY_MS, isoOf } from '../../domain/instant.ts';
import { calibrationOf } from '../../domain/rescue.ts';
import { measureDay } from '../../workers/stepTimes.ts';
import { cloneDatabase, type TestDatabase } from '../support/databases.ts';
import { ALL_YEARS, at } from '../support/nationalCalendar.ts';
import { finish, put, type Standing } from '../support/stockOfCases.ts';

let database: TestDatabase;
let owner: DatabasePool;
let worker: DatabasePool;
/** The day after the month whose predictions are held against what came. */
const NOW = at('2023-10-02', '10:00');
const CLOSED = 40;
/** Finished cases took one to forty hours of an office day, issued in September. */
const FINISHED: Standing[] = Array.from({ length: CLOSED }, (_, i) => ({
  caseId: `HN-P-2023-${String(i + 1).padStart(6, '0')}`,
  unit: 'STP-01',
  receivedAt: at('2023-09-05', '08:00'),
  step: 'ISSUING',
  issuedAt: at('2023-09-05', '08:00') + (i + 1) * 3_600_000,
}));
const OPEN: Standing = {
  caseId: 'HN-P-2023-000900',
  unit: 'STP-01',
  receivedAt: NOW - DAY_MS,
  step: 'ISSUING',
  issuedAt: null,
};

beforeAll(async () => {
  database = await cloneDatabase();
  owner = await openPool(database.url, { size: 2 });
  worker = await openPool(database.as('lltp_worker'), { size: 4 });
  for (const standing of FINISHED) {
    await put(owner, standing);
    await finish(owner, standing, standing.issuedAt ?? 0);
  }
  await owner.query(sql.typeAlias('void')`
    UPDATE cases SET closed_at = legal_done_at, step = 'CLOSED' WHERE legal_done_at IS NOT NULL
  `);
  await put(owner, OPEN);
});
afterAll(async () => {
  await Promise.all([owner.end(), worker.end()]);
  await database.drop();
});

const Prediction = z.object({ caseId: z.string(), band: z.int(), chance: z.number() });
function predictions() {
  return owner.any(sql.type(Prediction)`
    SELECT case_id AS "caseId", band, chance FROM rescue_predictions ORDER BY case_id, band
  `);
}

test('step times of a unit are those of its finished cases, in office time; all units together too', async () => {
  await measureDay(worker, NOW);
  const rows = await listStepTimes(owner, 'STP-01');
  const issuing = rows.filter(({ step }) => step === 'ISSUING');
  expect(issuing.map(({ unit }) => unit).toSorted()).toEqual(['*', 'STP-01']);
  const meter = officeMeter(ALL_YEARS);
  const took = FINISHED.map(({ receivedAt, issuedAt }) => meter(issuedAt ?? 0) - meter(receivedAt));
  for (const { samples, percentiles } of issuing) {
    expect([samples, percentiles[0], percentiles[100]]).toEqual([
      CLOSED,
      Math.min(...took),
      Math.max(...took),
    ]);
  }
});

test('every open case in time is said something of, once per fifth, and the day is measured once', async () => {
  const before = await predictions();
  expect(before).toEqual([{ caseId: OPEN.caseId, band: 0, chance: expect.any(Number) }]);
  await measureDay(worker, NOW + 3_600_000);
  expect(await predictions()).toEqual(before);
});

test('last month’s predictions are held against what came; without an outcome they wait', async () => {
  const said = [
    ['HN-P-2023-000001', 3, 0.7, true],
    ['HN-P-2023-000002', 3, 0.6, false],
    ['HN-P-2023-000003', 0, 0.1, false],
  ] as const;
  for (const [caseId, band, chance, late] of said) {
    await owner.query(sql.typeAlias('void')`
      INSERT INTO rescue_predictions (case_id, band, chance, at)
      VALUES (${caseId}, ${band}, ${chance}::float8, ${isoOf(at('2023-09-06'))})
    `);
    await owner.query(sql.typeAlias('void')`
      UPDATE cases SET legal_due_at = legal_done_at + ${late ? -1 : 1} * interval '1 hour'
      WHERE case_id = ${caseId}
    `);
  }
  // Said last month of a case that is still open and in time: no outcome yet.
  await owner.query(sql.typeAlias('void')`
    INSERT INTO rescue_predictions (case_id, band, chance, at)
    VALUES (${OPEN.caseId}, 3, 0.7::float8, ${isoOf(at('2023-09-30'))})
  `);
  await measureDay(worker, NOW + DAY_MS);
  const scope = { unit: null, kind: null, now: isoOf(NOW) };
  const bands = calibrationOf(await listOutcomes(owner, '2023-09-01', scope));
  expect(bands[3]).toMatchObject({ called: 2, late: 1, came: null });
  expect(bands[3]?.said).toBeCloseTo(0.65, 9);
  expect(bands[0]).toMatchObject({ called: 1, late: 0 });
  expect(bands[4]).toMatchObject({ called: 0, came: null });
});

test('a day that failed is measured again', async () => {
  const day = '2023-10-04';
  await owner.query(sql.typeAlias('void')`ALTER TABLE rescue_calibration RENAME TO away`);
  await expect(measureDay(worker, at(day))).rejects.toThrow(/Query|rescue_calibration/u);
  await owner.query(sql.typeAlias('void')`ALTER TABLE away RENAME TO rescue_calibration`);
  await measureDay(worker, at(day));
  const finished = await owner.oneFirst(sql.type(z.object({ finished: z.boolean() }))`
    SELECT finished_at IS NOT NULL AS finished FROM step_time_runs WHERE day = ${day}::date
  `);
  expect(finished).toBe(true);
});

test('a measurement that was broken off is taken up again, one under way is not', async () => {
  const day = '2023-10-05';
  const begun = (ago: string) =>
    owner.query(sql.typeAlias('void')`
      INSERT INTO step_time_runs (day, begun_at) VALUES (${day}::date, now() - ${ago}::interval)
      ON CONFLICT (day) DO UPDATE SET begun_at = EXCLUDED.begun_at`);
  const finished = () =>
    owner.oneFirst(sql.type(z.object({ finished: z.boolean() }))`
      SELECT finished_at IS NOT NULL AS finished FROM step_time_runs WHERE day = ${day}::date`);
  await begun('1 minute');
  await measureDay(worker, at(day));
  expect(await finished()).toBe(false);
  await begun('11 minutes');
  await measureDay(worker, at(day));
  expect(await finished()).toBe(true);
});
