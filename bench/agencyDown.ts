import type { BenchHouse } from './benchHouse.ts';
import { drive } from './drive.ts';
import { type Figure, figure, median } from './figures.ts';
import { type Crew, wholeLife } from './wholeLife.ts';

export interface AgencyDownPlan {
  /** Questions that wait for the agency that is down. */
  waiting: number;
  /** Length of each of the two measurements. */
  seconds: number;
  /** Crews that put the waiting questions. */
  clients: number;
}

let dossiers = 0;

/**
 * What a person waits for while the police of the own province is down and so many questions wait for
 * it, against the same a moment before with all agencies up. One client, whole cases; every one of them
 * asks the dead agency, and goes on because a liaison answers at the desk.
 */
export async function agencyDownFigures(
  { house }: Pick<BenchHouse, 'house'>,
  crew: Crew,
  { waiting, seconds, clients }: AgencyDownPlan,
): Promise<Figure[]> {
  const up = await actMs(crew, seconds);
  await setOutage(house.agenciesUrl, crew, true);
  try {
    await leaveWaiting(crew, waiting, clients);
    const down = await actMs(crew, seconds);
    return [
      figure('act_p50_agencies_up_ms', up, 'ms'),
      figure('act_p50_agency_down_ms', down, 'ms'),
      figure('act_p50_agency_down_ratio', down / up, ''),
    ];
  } finally {
    await setOutage(house.agenciesUrl, crew, false);
  }
}

async function actMs(crew: Crew, seconds: number): Promise<number> {
  const { actMs: samples } = await drive(1, seconds, async (timed) => {
    await wholeLife(crew, { channel: 'COUNTER', seed: nextSeed() }, timed);
  });
  return median(samples);
}

/** Cases that have asked and wait: one act after acceptance. */
async function leaveWaiting(crew: Crew, wanted: number, clients: number): Promise<void> {
  let left = wanted;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (left > 0) {
        left -= 1;
        const life = { channel: 'COUNTER', seed: nextSeed(), acts: 1 } as const;
        await wholeLife(crew, life, (_kind, work) => work());
      }
    }),
  );
}

function nextSeed(): string {
  dossiers += 1;
  return `agency down ${dossiers}`;
}

async function setOutage(agenciesUrl: string, crew: Crew, outage: boolean): Promise<void> {
  const unit = crew.liaison.session?.account.unit ?? '';
  const response = await fetch(`${agenciesUrl}/control/units/${unit}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ outage }),
  });
  if (!response.ok) throw new Error(`agencies: ${unit} ${response.status}`);
}
