import type { DatabasePool } from 'slonik';
import { getCalendar } from '../db/read/law.ts';
import { listInTime, listStepTimes, listStretches } from '../db/read/rescue.ts';
import { listUnits } from '../db/read/units.ts';
import {
  beginStepTimeRun,
  dropStepTimeRun,
  finishStepTimeRun,
  type MeasuredStep,
  writeCalibration,
  writePredictions,
  writeStepTimes,
} from '../db/write/rescue.ts';
import { officeMeter } from '../domain/clock/officeTime.ts';
import { addDays, DAY_MS, dateOf, type InstantMs, isoOf, startOfDay } from '../domain/instant.ts';
import { wholeSlice } from '../domain/law/calendar.ts';
import { ALL_UNITS, elapsed, estimateOpen, timesBook } from '../domain/openEstimate.ts';
import { bandOf, percentilesOf } from '../domain/rescue.ts';

/** Cases closed longer ago tell of other times. */
const LOOK_BACK_DAYS = 90;
/** Finished cases looked at per unit: enough for percentiles, little enough for a busy worker. */
const CASES_PER_UNIT = 300;

/**
 * Once a business day: measure how long the steps take, say of every open case how likely it is to be
 * late, and hold last month's sayings against what came. Nothing when the day was measured or another
 * worker is at it; what fails may be tried again.
 */
export async function measureDay(pool: DatabasePool, now: InstantMs): Promise<void> {
  const day = dateOf(now);
  if (!(await beginStepTimeRun(pool, day))) return;
  try {
    const calendar = await getCalendar(pool);
    const meter = officeMeter(wholeSlice(calendar));
    const units = (await listUnits(pool)).filter(({ kind }) => kind === 'STP' || kind === 'CENTRE');
    const codes = units.map(({ code }) => code);
    await measureSteps(pool, { codes, day, now, meter });
    for (const unit of codes) await predict(pool, { unit, now, meter });
    await calibrate(pool, now);
    await finishStepTimeRun(pool, day);
  } catch (error) {
    await dropStepTimeRun(pool, day);
    throw error;
  }
}

type Meter = (instant: InstantMs) => number;

interface Measurement {
  codes: readonly string[];
  day: string;
  now: InstantMs;
  meter: Meter;
}

/** Times of one kind, regime and step. */
type Samples = Map<string, { kind: string; regime: string; step: string; ms: number[] }>;

async function measureSteps(pool: DatabasePool, { codes, day, now, meter }: Measurement) {
  const since = isoOf(now - LOOK_BACK_DAYS * DAY_MS);
  const all: Samples = new Map();
  for (const unit of codes) {
    const stretches = await listStretches(pool, { unit, since, limit: CASES_PER_UNIT });
    const own: Samples = new Map();
    for (const { kind, regime, step, enteredAt, doneAt } of stretches) {
      const ms = elapsed(regime, Date.parse(enteredAt), Date.parse(doneAt), meter);
      for (const samples of [own, all]) take(samples, { kind, regime, step, ms });
    }
    await writeStepTimes(pool, { unit, day, steps: measured(own) });
  }
  await writeStepTimes(pool, { unit: ALL_UNITS, day, steps: measured(all) });
}

function take(
  samples: Samples,
  { ms, ...step }: { kind: string; regime: string; step: string; ms: number },
): void {
  const key = `${step.kind} ${step.regime} ${step.step}`;
  const known = samples.get(key);
  if (known === undefined) samples.set(key, { ...step, ms: [ms] });
  else known.ms.push(ms);
}

function measured(samples: Samples): MeasuredStep[] {
  return [...samples.values()].map(({ ms, ...step }) => ({
    ...step,
    samples: ms.length,
    percentiles: percentilesOf(ms),
  }));
}

async function predict(
  pool: DatabasePool,
  { unit, now, meter }: { unit: string; now: InstantMs; meter: Meter },
): Promise<void> {
  const book = timesBook(await listStepTimes(pool, unit));
  const open = await listInTime(pool, { unit, kind: null, now: isoOf(now) });
  const predictions = open.flatMap((each) => {
    const found = book(each);
    if (found === null) return [];
    const { chance } = estimateOpen(each, found.times, meter, now);
    return [{ caseId: each.caseId, band: bandOf(chance), chance }];
  });
  await writePredictions(pool, predictions, isoOf(now));
}

/** Bring last month's calibration up to date: outcomes go on coming in for weeks. */
async function calibrate(pool: DatabasePool, now: InstantMs): Promise<void> {
  const thisMonth = `${dateOf(now).slice(0, 7)}-01`;
  const month = `${addDays(thisMonth, -1).slice(0, 7)}-01`;
  const [from, to] = [month, thisMonth].map((date) => isoOf(startOfDay(date)));
  await writeCalibration(pool, { month, from: from ?? '', to: to ?? '', now: isoOf(now) });
}
