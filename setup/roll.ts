import { existsSync, writeFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { birthOf, endOrphan, isAlive } from './orphans.ts';

interface Entry {
  name: string;
  pid: number;
  /** {@link birthOf} the process. */
  birth: string;
}

function rollPath(dataDir: string): string {
  return join(dataDir, 'processes.json');
}

/** Write down who runs on a data folder, the supervisor itself included. */
export function writeRoll(
  dataDir: string,
  processes: readonly { name: string; pid: number | null }[],
): void {
  const living: Entry[] = [];
  for (const { name, pid } of [...processes, { name: 'supervisor', pid: process.pid }]) {
    if (pid !== null) living.push({ name, pid, birth: birthOf(pid) });
  }
  writeFileSync(rollPath(dataDir), `${JSON.stringify(living, null, 2)}\n`);
}

/** Forget who runs on a data folder: all have ended. */
export async function clearRoll(dataDir: string): Promise<void> {
  await rm(rollPath(dataDir), { force: true });
}

/**
 * End what a killed supervisor left running on a data folder, and say whether there was one. Throws
 * one sentence when its supervisor still lives.
 */
export async function endLeftovers(dataDir: string): Promise<boolean> {
  if (!existsSync(rollPath(dataDir))) return false;
  const living = (await readRoll(dataDir)).filter(
    ({ pid, birth }) => pid !== process.pid && isAlive(pid) && birthOf(pid) === birth,
  );
  const supervisor = living.find(({ name }) => name === 'supervisor');
  if (supervisor) {
    throw new Error(`It already runs on ${dataDir} (process ${supervisor.pid}): stop that first.`);
  }
  await Promise.all(
    living.map(({ name, pid }) => endOrphan(pid, name === 'postgres' ? 'SIGINT' : 'SIGTERM')),
  );
  await clearRoll(dataDir);
  return true;
}

/** A roll cut short by a power failure names nobody. */
async function readRoll(dataDir: string): Promise<Entry[]> {
  try {
    return JSON.parse(await readFile(rollPath(dataDir), 'utf8')) as Entry[];
  } catch {
    return [];
  }
}
