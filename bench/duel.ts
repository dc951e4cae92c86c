import type { Child } from '../setup/child.ts';
import type { MemberName } from '../setup/house.ts';
import { bareLife } from './bare/twin.ts';
import type { BenchHouse } from './benchHouse.ts';
import { cpuMsOf } from './cpuTime.ts';
import { drive, type Driven } from './drive.ts';
import { type Figure, figure, latencies, median } from './figures.ts';
import { type Crew, wholeLife } from './wholeLife.ts';

const MEMBERS: readonly MemberName[] = ['postgres', 'temporal', 'agencies', 'worker', 'api'];

export interface DuelPlan {
  rounds: number;
  /** Length of each slice; whole and bare take turns. */
  seconds: number;
  clients: number;
}

/** What takes part in a measurement. */
export interface Ring {
  house: BenchHouse;
  bare: Child;
  crew: Crew;
}

interface Slice extends Driven {
  /** Processor milliseconds by process during the slice; null where they cannot be read. */
  cpu: ReadonlyMap<string, number> | null;
}

let dossiers = 0;

function drivenWhole({ crew }: Ring, clients: number, seconds: number): Promise<Driven> {
  return drive(clients, seconds, async (timed) => {
    dossiers += 1;
    await wholeLife(crew, { channel: 'COUNTER', seed: `bench ${dossiers}` }, timed);
  });
}

function drivenBare({ house }: Ring, clients: number, seconds: number): Promise<Driven> {
  return drive(clients, seconds, (timed) => bareLife(house.engine.client, timed));
}

/**
 * Let both run unmeasured: caches fill, fonts are read, and code gets compiled, which takes some hundred
 * acts; before, an act takes a good deal longer.
 */
export async function warmUp(ring: Ring, seconds: number): Promise<void> {
  await drivenWhole(ring, 4, seconds);
  await drivenBare(ring, 4, seconds / 2);
}

/** Whole system and bare twin in turns, so that both meet the same moods of the machine. */
export async function duel(ring: Ring, plan: DuelPlan): Promise<Figure[]> {
  const whole: Slice[] = [];
  const bare: Slice[] = [];
  for (let round = 0; round < plan.rounds; round += 1) {
    whole.push(await slice(ring, () => drivenWhole(ring, plan.clients, plan.seconds)));
    bare.push(await slice(ring, () => drivenBare(ring, plan.clients, plan.seconds)));
  }
  const [wholeRate, bareRate] = [rateOf(whole), rateOf(bare)];
  const ratios = whole.map((one, round) => rateOf([one]) / rateOf(bare.slice(round, round + 1)));
  return [
    figure('whole_cases_per_s', wholeRate, '1/s'),
    figure('whole_acts_per_s', median(whole.map(actsPerSecond)), '1/s'),
    ...latencies(
      'loaded_act',
      whole.flatMap(({ actMs }) => actMs),
    ),
    figure('bare_cases_per_s', bareRate, '1/s'),
    ...latencies(
      'bare_loaded_act',
      bare.flatMap(({ actMs }) => actMs),
    ),
    figure('whole_to_bare_ratio', median(ratios), ''),
    ...cpuFigures(whole, bare),
  ];
}

/** Acts of a single client, whole and bare in turns: what a person waits for on a quiet day. */
export async function quietActs(ring: Ring, { rounds, seconds }: DuelPlan): Promise<Figure[]> {
  const whole: Driven[] = [];
  const bare: Driven[] = [];
  for (let round = 0; round < rounds; round += 1) {
    whole.push(await drivenWhole(ring, 1, seconds));
    bare.push(await drivenBare(ring, 1, seconds));
  }
  return [
    ...latencies(
      'act',
      whole.flatMap(({ actMs }) => actMs),
    ),
    ...latencies(
      'intake',
      whole.flatMap(({ startMs }) => startMs),
    ),
    ...latencies(
      'bare_act',
      bare.flatMap(({ actMs }) => actMs),
    ),
  ];
}

function rateOf(slices: readonly Driven[]): number {
  return median(slices.map(({ cases, seconds }) => cases / seconds));
}

function actsPerSecond({ actMs, startMs, seconds }: Driven): number {
  return (actMs.length + startMs.length) / seconds;
}

async function slice(ring: Ring, run: () => Promise<Driven>): Promise<Slice> {
  const before = cpuNow(ring);
  const driven = await run();
  const after = cpuNow(ring);
  const cpu =
    before &&
    after &&
    new Map([...after].map(([name, ms]) => [name, ms - (before.get(name) ?? 0)]));
  return { ...driven, cpu };
}

/** Processor milliseconds so far by process, this one as `client`; null where there is no `/proc`. */
function cpuNow({ house: { house }, bare }: Ring): Map<string, number> | null {
  const { user, system } = process.cpuUsage();
  const times = new Map([['client', (user + system) / 1000]]);
  const pids = [
    ...MEMBERS.map((name) => [name, house.pid(name)] as const),
    ['bare', bare.pid] as const,
  ];
  for (const [name, pid] of pids) {
    const ms = pid === null ? null : cpuMsOf(pid);
    if (ms === null) return null;
    times.set(name, ms);
  }
  return times;
}

function cpuFigures(whole: readonly Slice[], bare: readonly Slice[]): Figure[] {
  const [own, twin] = [cpuPerCase(whole), cpuPerCase(bare)];
  if (own === null || twin === null) return [];
  const sum = (times: ReadonlyMap<string, number>): number =>
    [...times.values()].reduce((a, b) => a + b, 0);
  return [
    // The rates' ratio on saturated processors, and less moved by others on the machine.
    figure('whole_to_bare_cpu_ratio', sum(twin) / sum(own), ''),
    figure('cpu_ms_per_case', sum(own), 'ms'),
    ...[...own].map(([name, ms]) => figure(`cpu_ms_per_case_${name}`, ms, 'ms')),
    figure('bare_cpu_ms_per_case', sum(twin), 'ms'),
    ...[...twin].map(([name, ms]) => figure(`bare_cpu_ms_per_case_${name}`, ms, 'ms')),
  ];
}

/** Processor time per case by process over all slices, without what stayed idle. */
function cpuPerCase(slices: readonly Slice[]): ReadonlyMap<string, number> | null {
  const cases = slices.reduce((sum, { cases: some }) => sum + some, 0);
  const totals = new Map<string, number>();
  for (const { cpu } of slices) {
    if (cpu === null) return null;
    for (const [name, ms] of cpu) totals.set(name, (totals.get(name) ?? 0) + ms / cases);
  }
  return new Map([...totals].filter(([, ms]) => ms >= 1));
}
