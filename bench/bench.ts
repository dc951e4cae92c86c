import { cpus, loadavg, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { type BusinessClock, businessTime, REAL_TIME } from '../domain/clock/businessClock.ts';
import { agencyDownFigures } from './agencyDown.ts';
import { startBareWorker } from './bare/twin.ts';
import { openBenchHouse } from './benchHouse.ts';
import { boardFigures, readyBoard } from './boardPages.ts';
import { analyse, multiplyCases } from './bulkCases.ts';
import { deadlineFigures } from './deadlines.ts';
import { duel, quietActs, type Ring, warmUp } from './duel.ts';
import { type Figure, figure, tableOf } from './figures.ts';
import { exchangeFigures } from './exchange.ts';
import { historyFigures } from './histories.ts';
import { packetFigures } from './packet.ts';
import { matchingFigures } from './matching.ts';
import { pageFigures } from './pages.ts';
import { rehearsalFigures } from './rehearsal.ts';
import { supplyFigures } from './supply.ts';
import { transferFigures } from './transfers.ts';
import { signInCrew, wholeLife } from './wholeLife.ts';

/**
 * Measure the whole system through HTTP against a bare twin on the same Temporal server, in turns in
 * one run, then pages over many cases. Figures to read, never a test: machines differ.
 */
const PLANS = {
  usual: {
    warmSeconds: 40,
    downSeconds: 30,
    rounds: 4,
    seconds: 15,
    clients: 8,
    answers: 1_000,
    cases: 100_000,
    boardCases: 1_000_000,
    times: 400,
    knownPersons: 1_500_000,
    judgments: 10_000,
    digests: 1_500_000,
    waiting: 10_000,
  },
  quick: {
    warmSeconds: 20,
    downSeconds: 10,
    rounds: 2,
    seconds: 5,
    clients: 8,
    answers: 200,
    cases: 20_000,
    boardCases: 50_000,
    times: 100,
    knownPersons: 150_000,
    judgments: 1_000,
    digests: 150_000,
    waiting: 200,
  },
} as const;
type Plan = (typeof PLANS)[keyof typeof PLANS];

/** A working Monday of the month whose figures we know. */
const BENCH_START = Date.parse('2023-09-18T08:00:00+07:00');
/** Hà Nội, whose letters are `hn`. */
const PROVINCE = '01';
const PLACE = 'hn';
/** Hải Phòng answers the packet: copies have no words to ask with, and its police has none of them. */
const PACKET = { place: 'hp', province: '31' };
/** Each as long as a slice of the duel. */
const TRANSFER_ROUNDS = 2;
/** A board is ten reads, and opened more rarely than a worklist. */
const BOARD_SHARE = 4;

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
  },
});
const measured: Figure[] = [];
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => stop.abort(new Error('interrupted')));
}
try {
  await measure(values.quick ? PLANS.quick : PLANS.usual);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = stop.signal.aborted ? 130 : 1;
}
if (!values.json && measured.length > 0) console.log(`\n${tableOf(measured)}\n\n${notes()}`);
process.exit();

/** Keep figures as they come, so that an interrupted run still tells what it measured. */
function keep(figures: readonly Figure[]): void {
  measured.push(...figures);
  if (values.json) for (const each of figures) console.log(JSON.stringify(each));
}

async function measure(plan: Plan): Promise<void> {
  const clock = { ...REAL_TIME, businessEpochMs: BENCH_START, realEpochMs: Date.now() };
  // Post is confirmed by the counter: a scan that comes by itself would race with the script.
  const env = { AGENCY_MODE_POST: 'manual' };
  tell('deadlines on one core');
  keep(await deadlineFigures());
  tell('starting servers');
  const house = await openBenchHouse({ clock, provinces: 'all', env }, stop.signal);
  const bare = await startBareWorker(house);
  try {
    const crew = await signInCrew(house.house.url, PLACE, PROVINCE);
    const ring: Ring = { house, bare, crew };
    tell('warming up');
    await warmUp(ring, plan.warmSeconds);
    tell(`${plan.clients} clients, whole and bare in turns`);
    keep(await duel(ring, plan));
    tell('one client, whole and bare in turns');
    keep(await quietActs(ring, plan));
    tell('transfers and applications in turns');
    const beside = { ...plan, rounds: TRANSFER_ROUNDS, base: house.house.url, place: PLACE };
    keep(await transferFigures(crew, beside));
    keep(await historyFigures(house, crew));
    await bare.stop();
    await measureAtSize(ring, plan, clock);
    tell(`${plan.answers} answers in one packet`);
    const answering = await signInCrew(house.house.url, PACKET.place, PACKET.province);
    keep(await packetFigures(answering, plan.answers));
    tell(`a file of ${plan.judgments} judgments`);
    keep(await supplyFigures(house.house.url, PLACE, plan.judgments));
    // Last: what waits is tried again and again as long as the house stands.
    tell(`an agency down, ${plan.waiting} questions waiting`);
    const downPlan = { ...plan, seconds: plan.downSeconds };
    keep(await agencyDownFigures(house, crew, downPlan, tell));
    keep([figure('machine_load', loadavg()[0] ?? 0, '')]);
  } finally {
    await bare.stop();
    await house.close();
  }
}

/** What is read with many rows in the database, and what runs over all of them. */
async function measureAtSize(ring: Ring, plan: Plan, clock: BusinessClock): Promise<void> {
  const { house, pool } = ring.house;
  tell(`${plan.cases} cases in the database`);
  await leaveOpenCases(ring);
  await multiplyCases(pool, plan.cases);
  await analyse(pool);
  keep(await pageFigures(house.url, PLACE, plan.times));
  tell(`${plan.boardCases} cases on the boards`);
  await multiplyCases(pool, plan.boardCases, 'BARE');
  await analyse(pool);
  await readyBoard(pool, businessTime(clock, Date.now()));
  keep(await boardFigures(house.url, PLACE, plan.times / BOARD_SHARE));
  tell('a calendar rehearsed, and tried on history');
  keep(await rehearsalFigures(pool, clock));
  tell(`${plan.knownPersons} known persons`);
  keep(await matchingFigures(pool, plan));
  tell(`${plan.digests} digests of two sides`);
  keep(await exchangeFigures(pool, plan.digests));
}

/** Dossiers that stay at every step of the way, as a worklist finds them. */
async function leaveOpenCases({ crew }: Ring): Promise<void> {
  for (let acts = 0; acts < 8; acts += 1) {
    for (let copy = 0; copy < 4; copy += 1) {
      const seed = `open ${acts} ${copy}`;
      await wholeLife(crew, { channel: 'COUNTER', seed, acts }, (_kind, work) => work());
    }
  }
}

function tell(what: string): void {
  process.stderr.write(`${what} …\n`);
}

function notes(): string {
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return [
    `${cpus().length} processors (${cpus()[0]?.model ?? 'unknown'}), ${gigabytes} GB, shared by all processes`,
    'and the clients of this run. An ordinary case: intake at the counter, eight acts, delivered by post,',
    'every request over HTTP by the account of its role. The twin: the same number of Updates and local',
    'activities on the same server with nothing inside, called without HTTP. Other work on the machine',
    'lowers every figure, the ratio least.',
  ].join('\n');
}
