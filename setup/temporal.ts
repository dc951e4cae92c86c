import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Child, type ChildPlan, type LineSink } from './child.ts';
import { getTemporal } from './temporalBinary.ts';

export interface TemporalOptions {
  /** Where the server keeps its state; null keeps it in memory and forgets it with the process. */
  dbFile: string | null;
  port: number;
  /** Port of the HTTP API; any free one when not given. */
  httpPort?: number;
  /** Port of the server's own pages; they are not served when not given. */
  uiPort?: number;
}

/** One node at a low rate needs no partitions; one case may get many Updates at once. */
const DYNAMIC = [
  'matching.numTaskqueueReadPartitions=1',
  'matching.numTaskqueueWritePartitions=1',
  'history.maxInFlightUpdates=100',
  'history.hostLevelCacheMaxSize=20000',
  'limit.maxIDLength=255',
  'frontend.namespaceRPS=10000',
  'frontend.namespaceRPS.visibility=500',
] as const;

/**
 * A commit is one write to the end of a log, as safe as the usual journal beside the file, which takes
 * several: an act is more than a quarter quicker.
 */
const PRAGMA = 'journal_mode=WAL';

/** Closed cases stay queryable and their ids refused to newcomers for this long. */
const RETENTION = '90d';

/** A running server: `address` is host and port of its gRPC front. */
export interface Temporal {
  address: string;
  pid: () => number | null;
  stop: () => Promise<void>;
}

/** Start a Temporal server of our own and resolve when its namespace `default` serves. */
export async function startTemporal(
  options: TemporalOptions,
  tell: LineSink = () => undefined,
): Promise<Temporal> {
  const { plan, address } = planTemporal(options);
  const child = new Child(plan, { tell, sharesTerminal: true });
  await child.start();
  return { address, pid: () => child.pid, stop: () => child.stop() };
}

/** How the Temporal server runs. Throws one sentence when there is none on this machine. */
export function planTemporal(options: TemporalOptions): { plan: ChildPlan; address: string } {
  const command = getTemporal();
  const address = `127.0.0.1:${options.port}`;
  const plan: ChildPlan = {
    name: 'temporal',
    command,
    args: argumentsOf(options),
    env: { ...process.env },
    isReady: () => servesNamespace(command, address),
    readyWithinMs: 60_000,
    deathsAllowed: 2,
    stopSignal: 'SIGTERM',
    stopWithinMs: 6_000,
  };
  return { plan, address };
}

function argumentsOf({ dbFile, port, httpPort, uiPort }: TemporalOptions): string[] {
  const always = ['server', 'start-dev', '--ip', '127.0.0.1', '--log-level', 'error'];
  return [
    ...always,
    '--port',
    String(port),
    ...(dbFile === null ? [] : ['--db-filename', dbFile, '--sqlite-pragma', PRAGMA]),
    ...(httpPort === undefined ? [] : ['--http-port', String(httpPort)]),
    ...(uiPort === undefined ? ['--headless'] : ['--ui-port', String(uiPort)]),
    ...DYNAMIC.flatMap((setting) => ['--dynamic-config-value', setting]),
  ];
}

const execute = promisify(execFile);

/** The update answers only when the front, the history and the namespace all do. */
async function servesNamespace(command: string, address: string): Promise<boolean> {
  const words = ['operator', 'namespace', 'update', '--namespace', 'default'];
  const options = ['--retention', RETENTION, '--address', address, '--command-timeout', '3s'];
  try {
    await execute(command, [...words, ...options]);
    return true;
  } catch {
    return false;
  }
}
