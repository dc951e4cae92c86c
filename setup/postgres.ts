import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { Child, type ChildPlan, type LineSink } from './child.ts';
import { keepKey } from './keep.ts';
import { commandLineOf, endOrphan, isAlive } from './orphans.ts';
import { postgresProgram } from './postgresProgram.ts';
import { giveAway, withoutRoot } from './postgresUser.ts';

export interface PostgresOptions {
  /** Data folder of the house; the cluster lies in `postgres` below it. */
  dataDir: string;
  port: number;
  /** Server settings on top of ours, `name=value`. */
  settings?: readonly string[];
}

/** Two cores, a few pools of connections, one disk. Parallel queries would need a large /dev/shm. */
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'max_connections=200',
  'shared_buffers=256MB',
  'effective_cache_size=1GB',
  'work_mem=16MB',
  'max_parallel_workers_per_gather=0',
  'max_wal_size=2GB',
  'checkpoint_timeout=15min',
  'random_page_cost=1.1',
  'jit=off',
  'timezone=UTC',
  'log_checkpoints=off',
] as const;

const DATABASE = 'lltp';

/** A running cluster: `url` names its database `lltp`. */
export interface Postgres {
  url: string;
  pid: () => number | null;
  stop: () => Promise<void>;
}

/** Start a real PostgreSQL on a data folder, made on the first call, and resolve when it serves. */
export async function startPostgres(
  options: PostgresOptions,
  tell: LineSink = () => undefined,
): Promise<Postgres> {
  const { plan, url } = await planPostgres(options);
  const child = new Child(plan, { tell, sharesTerminal: true });
  await child.start();
  return { url, pid: () => child.pid, stop: () => child.stop() };
}

/** How PostgreSQL runs on a data folder; initialises the folder when it is new. */
export async function planPostgres(
  options: PostgresOptions,
): Promise<{ plan: ChildPlan; url: string }> {
  const { dataDir, port, settings = [] } = options;
  const cluster = join(dataDir, 'postgres');
  const password = await keepKey(dataDir, 'postgres.key');
  await initialise(cluster, password);
  const socketDir = socketDirOf(cluster, port);
  const sockets = `unix_socket_directories=${socketDir ?? ''}`;
  const flags = [...SETTINGS, sockets, ...settings].flatMap((setting) => ['-c', setting]);
  const words = [postgresProgram('postgres'), '-D', cluster, '-p', String(port), ...flags];
  const [command = '', ...args] = withoutRoot(words, cluster);
  const address = `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}`;
  const plan: ChildPlan = {
    name: 'postgres',
    command,
    args,
    env: { ...process.env, LC_ALL: 'C' },
    beforeStart: () => clearCluster(cluster),
    isReady: () => hasDatabase(address),
    readyWithinMs: 60_000,
    // After a crash the old backends hold the shared memory for a moment.
    deathsAllowed: 5,
    stopSignal: 'SIGINT',
    stopWithinMs: 8_000,
  };
  const socket = socketDir === null ? '' : `?host=${encodeURIComponent(socketDir)}`;
  return { plan, url: `${address}/${DATABASE}${socket}` };
}

/** Bytes that the path of a socket file may have on every system that knows them. */
const SOCKET_PATH_BYTES = 103;

/**
 * Where our own processes find the server's socket file, a shorter way than the loopback; null where
 * there are none or the path is too long. The port stays open for everybody else.
 */
function socketDirOf(cluster: string, port: number): string | null {
  if (process.platform === 'win32') return null;
  const dir = resolve(cluster);
  const isLong = Buffer.byteLength(join(dir, `.s.PGSQL.${port}`)) > SOCKET_PATH_BYTES;
  return isLong ? null : dir;
}

async function initialise(cluster: string, password: string): Promise<void> {
  if (existsSync(join(cluster, 'PG_VERSION'))) return;
  // An initialisation cut short leaves a folder that initdb refuses.
  await rm(cluster, { recursive: true, force: true });
  await mkdir(cluster, { recursive: true, mode: 0o700 });
  giveAway(cluster);
  const passwordFile = join(cluster, '..', 'postgres.password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  giveAway(passwordFile);
  const words = [
    postgresProgram('initdb'),
    `--pgdata=${cluster}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale=C.UTF-8',
  ];
  const [command = '', ...args] = withoutRoot(words, cluster);
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  await rm(passwordFile);
  if (status === 0) return;
  const cause = error?.message ?? stderr.trim().split('\n').at(-1);
  await rm(cluster, { recursive: true, force: true });
  throw new Error(`PostgreSQL could not be initialised in ${cluster}: ${cause}`);
}

/** End the server of a killed run that still holds the folder; forget one that is gone. */
async function clearCluster(cluster: string): Promise<void> {
  const lock = join(cluster, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const pid = Number((await readFile(lock, 'utf8')).split('\n')[0]);
  const holds = isAlive(pid) && commandLineOf(pid).includes(cluster);
  if (holds) await endOrphan(pid, 'SIGINT');
  await rm(lock, { force: true });
}

async function hasDatabase(address: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString: `${address}/postgres`,
    connectionTimeoutMillis: 2_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [
      DATABASE,
    ]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
