import type { DatabasePool } from 'slonik';
import * as z from 'zod';
import { sql } from '../db/sql.ts';
import type { DemoUnit } from '../demo/provinces.ts';
import type { BenchHouse } from './benchHouse.ts';
import { drive } from './drive.ts';
import { type Figure, figure, median } from './figures.ts';
import { type Crew, wholeLife } from './wholeLife.ts';

/** Questions of each waiting case: to the police of so many provinces in which the person has lived. */
const ASKED_BY_CASE = 20;
/** How many further questions are worth a line of progress. */
const TOLD_EVERY = 1_000;

export interface AgencyDownPlan {
  /** Questions that wait for police units that are down. */
  waiting: number;
  /** Length of each of the two measurements. */
  seconds: number;
  /** Crews that put the waiting questions. */
  clients: number;
}

let dossiers = 0;

/**
 * What a person waits for while the police of the country is down and so many questions wait for it,
 * against the same a moment before with all agencies up. One client, whole cases; every one of them
 * asks the dead agency, and goes on because a liaison answers at the desk.
 *
 * The waiting questions are those of real cases, each with its row in the outgoing box and its activity
 * that is tried again; `agency_down_waiting` is counted there when the measurement begins.
 */
export async function agencyDownFigures(
  { house, foundation, pool }: Pick<BenchHouse, 'house' | 'foundation' | 'pool'>,
  crew: Crew,
  { waiting, seconds, clients }: AgencyDownPlan,
  tell: (what: string) => void,
): Promise<Figure[]> {
  const police = policeOf(foundation.units, crew.provinceCode);
  const up = await actMs(crew, seconds);
  await setOutage(house.agenciesUrl, police, true);
  try {
    const livedIn = police.slice(0, ASKED_BY_CASE).map(({ provinceCode }) => provinceCode ?? '');
    const crews = Array.from({ length: clients }, () => crew);
    for (let asked = 0; asked < waiting; asked = await countWaiting(pool)) {
      tell(`${asked} of ${waiting} questions wait`);
      const cases = Math.ceil(Math.min(TOLD_EVERY, waiting - asked) / livedIn.length);
      await leaveWaiting(crews, cases, livedIn);
    }
    const wait = await countWaiting(pool);
    const down = await actMs(crew, seconds);
    return [
      figure('agency_down_waiting', wait, ''),
      figure('act_p50_agencies_up_ms', up, 'ms'),
      figure('act_p50_agency_down_ms', down, 'ms'),
      figure('act_p50_agency_down_ratio', down / up, ''),
    ];
  } finally {
    await setOutage(house.agenciesUrl, police, false);
  }
}

/** The police units of all provinces, that of the own one first. */
function policeOf(units: readonly DemoUnit[], own: string): DemoUnit[] {
  return units
    .filter(({ kind, provinceCode }) => kind === 'POLICE' && provinceCode !== null)
    .toSorted((a, b) => Number(b.provinceCode === own) - Number(a.provinceCode === own));
}

function countWaiting(pool: DatabasePool): Promise<number> {
  return pool.oneFirst(sql.type(z.object({ count: z.int() }))`
    SELECT count(*)::int AS count FROM outgoing_messages
    WHERE kind = 'VERIFICATION_REQUEST' AND acknowledged_at IS NULL AND rejected_code IS NULL
  `);
}

async function actMs(crew: Crew, seconds: number): Promise<number> {
  const { actMs: samples } = await drive(1, seconds, async (timed) => {
    await wholeLife(crew, { channel: 'COUNTER', seed: nextSeed() }, timed);
  });
  return median(samples);
}

/** Cases that have asked and wait: one act after acceptance. */
async function leaveWaiting(
  crews: readonly Crew[],
  cases: number,
  livedIn: readonly string[],
): Promise<void> {
  let left = cases;
  await Promise.all(
    crews.map(async (crew) => {
      while (left > 0) {
        left -= 1;
        const life = { channel: 'COUNTER', seed: nextSeed(), acts: 1, livedIn } as const;
        await wholeLife(crew, life, (_kind, work) => work());
      }
    }),
  );
}

function nextSeed(): string {
  dossiers += 1;
  return `agency down ${dossiers}`;
}

async function setOutage(
  agenciesUrl: string,
  units: readonly DemoUnit[],
  outage: boolean,
): Promise<void> {
  for (const { code } of units) {
    const response = await fetch(`${agenciesUrl}/control/units/${code}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ outage }),
    });
    if (!response.ok) throw new Error(`agencies: ${code} ${response.status}`);
  }
}
