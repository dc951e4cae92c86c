import { checkDisk } from './disk.ts';
import { House } from './house.ts';
import { keepBusinessClock } from './keep.ts';
import { readyLine } from './readyLine.ts';

const NEEDED_MEGABYTES = 500;
/** npm passes Ctrl-C on to us although the terminal did so too: not yet a second one. */
const SAME_PRESS_MS = 1_000;
const PARENT_CHECK_MS = 500;

const dataDir = process.env['DATA_DIR'] || '.data';
/** `DEMONSTRATION=false`: an empty house in real time. */
const isDemonstration = process.env['DEMONSTRATION'] !== 'false';
const house = await openHouse().catch(giveUp);
const ending = new AbortController();
let firstPressAt = 0;

// A terminal that is gone must not bring us down before we have stopped the others.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);
stopWithNpm();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);

try {
  await house.start();
  console.log(`\n${readyLine(house.url, isDemonstration)}\n`);
} catch (error) {
  if (!ending.signal.aborted) giveUp(error);
}

async function openHouse(): Promise<House> {
  await checkDisk(dataDir, NEEDED_MEGABYTES);
  const { DATABASE_URL, TEMPORAL_ADDRESS, BUSINESS_CLOCK } = process.env;
  return new House({
    dataDir,
    demo: isDemonstration,
    ...(isDemonstration ? { businessClock: () => keepBusinessClock(dataDir) } : {}),
    ports: {
      postgres: portOf('POSTGRES_PORT', 54_320),
      temporal: portOf('TEMPORAL_PORT', 7233),
      agencies: portOf('AGENCIES_PORT', 4100),
      worker: portOf('WORKER_PORT', 4200),
      api: portOf('PORT', 4000),
    },
    env: {
      DEMONSTRATION: String(isDemonstration),
      ...(BUSINESS_CLOCK ? { BUSINESS_CLOCK } : {}),
      ...(DATABASE_URL ? { DATABASE_URL } : {}),
      ...(TEMPORAL_ADDRESS ? { TEMPORAL_ADDRESS } : {}),
    },
  });
}

function portOf(variable: string, usual: number): number {
  const port = Number(process.env[variable] || usual);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new Error(`${variable} is not a port number: ${process.env[variable]}`);
}

function giveUp(error: unknown): never {
  console.error(`\nNot started: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}

/** npm, when killed, does not always tell the process it runs. */
function stopWithNpm(): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const npm = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(watch);
    end();
  }, PARENT_CHECK_MS);
  watch.unref();
}

/** The first call stops in order, a later one at once. */
function end(): void {
  const now = Date.now();
  if (firstPressAt === 0) {
    firstPressAt = now;
    ending.abort();
    console.log('\nStopping …');
    void house.stop().finally(() => process.exit(0));
  } else if (now - firstPressAt > SAME_PRESS_MS) {
    void house.killAll().finally(() => process.exit(1));
  }
}
