import { availableParallelism, loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { BusinessClock } from '../../domain/clock/businessClock.ts';
import { VERIFICATION_KINDS } from '../../domain/flow/verification.ts';
import { endOfDay, HOUR_MS, type InstantMs } from '../../domain/instant.ts';
import { type BenchHouse, openBenchHouse } from '../benchHouse.ts';
import { quantile } from '../figures.ts';
import { arrive } from './arriving.ts';
import { planArrivals } from './arrivals.ts';
import { Gate } from './gate.ts';
import { Logbook } from './logbook.ts';
import {
  dayLengths,
  fullDayOf,
  HORIZON,
  monthClock,
  officeSpeed,
  workingDays,
} from './monthClock.ts';
import type { MonthOptions } from './options.ts';
import { Pace } from './pace.ts';
import type { MonthFrame } from './person.ts';
import { showProgress } from './progress.ts';
import { monthOfMinistry, type ProvinceShare, scaled } from './share.ts';
import { closeOffices, openOffices, settle, type Town } from './town.ts';

/** Requests under way at once: enough for two cores, few enough that an act stays quick. */
const HANDS = 10;
/** Real milliseconds that a dossier's day of arrival is given; a slow machine needs no more. */
const REAL_MS_PER_DOSSIER = 300;
const LEAST_DAY_MS = 4_000;
/** How much slower than usual the month may be lived when others use the machine. */
const MOST_PATIENCE = 4;
/** Servers, and a session for everybody, come before the first working day. */
const LEAD_MS = 45_000;
const SETTLE_MS = 20_000;
/** What nobody was told of (a line broke) is found again after so long. */
const ROUND_MS = 10_000;

export interface LivedMonth {
  house: BenchHouse;
  shares: readonly ProvinceShare[];
  logbook: Logbook;
  clock: BusinessClock;
  /** Business instant at which everybody stopped. */
  endedAt: InstantMs;
  /** Business hours by which 95 of 100 pieces of work were begun behind their plan. */
  behindHours: number;
  close(): Promise<void>;
}

/** The share of the month that the options ask for. Throws when a code names no province. */
function sharesOf({ scale, provinces, days }: MonthOptions): ProvinceShare[] {
  const month = monthOfMinistry();
  const unknown =
    provinces === 'all'
      ? undefined
      : provinces.find((code) => !month.some((each) => each.code === code));
  if (unknown !== undefined) throw new Error(`no province had code ${unknown} in 2023`);
  const wanted = month.filter(({ code }) => provinces === 'all' || provinces.includes(code));
  return scaled(wanted, scale * (days / workingDays().length));
}

/** Real milliseconds of a working day by its dossiers, longer on a machine that others use already. */
function automaticDayMs(dossiers: number): number {
  const crowd = Math.min(MOST_PATIENCE, 1 + (loadavg()[0] ?? 0) / availableParallelism());
  return Math.max(LEAST_DAY_MS, dossiers * REAL_MS_PER_DOSSIER) * Math.max(1, crowd - 0.5);
}

/** Live the month to its end; the house stays open for questions. Rejects when the signal comes. */
export async function liveMonth(options: MonthOptions, signal: AbortSignal): Promise<LivedMonth> {
  const shares = sharesOf(options);
  const days = workingDays().slice(0, options.days);
  const arrivals = planArrivals(shares, days);
  if (arrivals.length === 0)
    throw new Error('this share of the month has no dossier: raise --scale');
  const fullDayMs =
    options.speed === null
      ? automaticDayMs(arrivals.length / days.length)
      : fullDayOf(options.speed);
  const now = Date.now();
  const clock = monthClock(dayLengths(days, fullDayMs), { now, realStart: now + LEAD_MS });
  process.stderr.write(
    `${arrivals.length} dossiers in ${shares.length} provinces, ${days.length} working days; ` +
      `office hours run ${Math.round(officeSpeed(fullDayMs))} times faster than real time\n`,
  );
  const env = {
    ...Object.fromEntries(VERIFICATION_KINDS.map((kind) => [`AGENCY_MODE_${kind}`, 'automatic'])),
    AGENCY_DELAY_SECONDS: 'drawn',
  };
  const house = await openBenchHouse({ clock, provinces: options.provinces, env }, signal);
  try {
    const day = new AbortController();
    signal.addEventListener('abort', () => day.abort(signal.reason), { once: true });
    const logbook = new Logbook();
    const pace = new Pace(clock, day.signal);
    const frame: MonthFrame = { base: house.house.url, pace, gate: new Gate(HANDS), logbook };
    const town = settle(frame, house.foundation, shares);
    for (const unit of town.manualUnits) await answerByHand(house.house.agenciesUrl, unit);
    await openOffices(town);
    const stopShowing = showProgress(frame, town, arrivals.length);
    try {
      const handed = arrivals.map((arrival) => handIn(arrival, town, logbook));
      await untilQuiet(frame, town, Promise.all(handed));
    } finally {
      stopShowing();
    }
    const endedAt = pace.now();
    day.abort(new Error('the month is over'));
    await closeOffices(town);
    await untilDelivered(house, signal);
    const behindHours = quantile(logbook.lagMs, 0.95) / HOUR_MS;
    return { house, shares, logbook, clock, endedAt, behindHours, close: () => house.close() };
  } catch (error) {
    await house.close();
    throw error;
  }
}

async function handIn(
  arrival: Parameters<typeof arrive>[0],
  { entrances }: Town,
  logbook: Logbook,
): Promise<void> {
  const entrance = entrances.get(arrival.provinceCode);
  if (entrance === undefined)
    throw new Error(`nobody receives dossiers in ${arrival.provinceCode}`);
  await arrive(arrival, entrance).catch((error: unknown) => logbook.failed(error));
}

/** Wait until every dossier has come in and ended, or the horizon is reached. */
async function untilQuiet(
  { pace }: MonthFrame,
  town: Town,
  handed: Promise<unknown>,
): Promise<void> {
  let allIn = false;
  void handed.then(() => (allIn = true));
  const offices = [...town.entrances.values()].map(({ office }) => office);
  let roundAt = Date.now() + ROUND_MS;
  while (pace.now() < endOfDay(HORIZON)) {
    await pause(250, undefined, { signal: pace.signal });
    if (allIn && offices.every(({ open }) => open === 0)) return;
    if (Date.now() < roundAt) continue;
    roundAt = Date.now() + ROUND_MS;
    for (const office of offices) office.ringAll();
  }
}

async function answerByHand(agenciesUrl: string, unit: string): Promise<void> {
  const response = await fetch(`${agenciesUrl}/control/units/${unit}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ mode: 'manual' }),
  });
  if (!response.ok) throw new Error(`agencies: ${unit} ${response.status}`);
}

/** Wait until what the agencies have said has arrived, then let them say no more. */
async function untilDelivered({ house }: BenchHouse, signal: AbortSignal): Promise<void> {
  const until = Date.now() + SETTLE_MS;
  while (Date.now() < until) {
    const response = await fetch(`${house.agenciesUrl}/control/state?limit=0`, { signal });
    const { underWay } = (await response.json()) as { underWay: number };
    if (underWay === 0) break;
    await pause(250, undefined, { signal });
  }
  await house.kill('agencies', 'SIGTERM');
  await pause(1_000, undefined, { signal });
}
