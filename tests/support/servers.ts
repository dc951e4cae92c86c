import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from '../../setup/ports.ts';
import { startPostgres } from '../../setup/postgres.ts';
import { endLeftovers, writeRoll } from '../../setup/roll.ts';
import { startTemporal } from '../../setup/temporal.ts';

/** Folders of houses that tests start; a run that was killed leaves them behind. */
const PREFIX = 'lltp-house-';
/** Tests may lose their data in a power failure. */
const QUICK = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** A fresh folder for a house of a test; the next run clears it away when this one cannot. */
export function newDataDir(): Promise<string> {
  return mkdtemp(join(tmpdir(), PREFIX));
}

/** The servers that all test files share. */
export interface Servers {
  postgresUrl: string;
  temporalAddress: string;
  stop: () => Promise<void>;
}

/** Start those servers that the environment does not name (DATABASE_URL, TEMPORAL_ADDRESS). */
export async function startServers(): Promise<Servers> {
  await clearLeftovers();
  const { DATABASE_URL, TEMPORAL_ADDRESS } = process.env;
  const dataDir = await newDataDir();
  writeRoll(dataDir, []);
  const [postgresPort = 0, temporalPort = 0] = await freePorts(2);
  const [postgres, temporal] = await Promise.all([
    DATABASE_URL ? null : startPostgres({ dataDir, port: postgresPort, settings: QUICK }),
    TEMPORAL_ADDRESS ? null : startTemporal({ dbFile: null, port: temporalPort }),
  ]);
  writeRoll(dataDir, [
    { name: 'postgres', pid: postgres?.pid() ?? null },
    { name: 'temporal', pid: temporal?.pid() ?? null },
  ]);
  return {
    postgresUrl: postgres?.url ?? DATABASE_URL ?? '',
    temporalAddress: temporal?.address ?? TEMPORAL_ADDRESS ?? '',
    stop: async () => {
      await Promise.all([postgres?.stop(), temporal?.stop()]);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function clearLeftovers(): Promise<void> {
  const names = await readdir(tmpdir());
  for (const name of names.filter((each) => each.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    // A living supervisor refuses: another test run is at work there.
    const isOver = await endLeftovers(folder).then(
      (found) => found,
      () => false,
    );
    if (isOver) await rm(folder, { recursive: true, force: true });
  }
}
