import { type ChildProcess, spawn } from 'node:child_process';
import { writeFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { birthOf, isAlive } from '../../setup/orphans.ts';
import { endLeftovers } from '../../setup/roll.ts';
import { newDataDir } from '../support/servers.ts';

let dataDir: string;
const sleepers: ChildProcess[] = [];

beforeEach(async () => {
  dataDir = await newDataDir();
});

afterEach(async () => {
  for (const sleeper of sleepers.splice(0)) sleeper.kill('SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
});

/** A process that does nothing, as an entry of the roll. */
function sleeper(name: string): { name: string; pid: number; birth: string } {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  sleepers.push(child);
  const pid = child.pid!;
  return { name, pid, birth: birthOf(pid) };
}

function writeRollOf(entries: readonly object[]): Promise<void> {
  return writeFile(join(dataDir, 'processes.json'), JSON.stringify(entries));
}

test('what a killed supervisor left running is ended', async () => {
  const worker = sleeper('worker');
  await writeRollOf([worker]);
  expect(await endLeftovers(dataDir)).toBe(true);
  expect(isAlive(worker.pid)).toBe(false);
});

test('a living supervisor is left alone, and the newcomer told its process id', async () => {
  const [worker, supervisor] = [sleeper('worker'), sleeper('supervisor')];
  await writeRollOf([worker, supervisor]);
  await expect(endLeftovers(dataDir)).rejects.toThrow(`process ${supervisor.pid}`);
  expect(isAlive(worker.pid)).toBe(true);
});

test('a stranger who was given the id of a member that is gone is left alone', async () => {
  const stranger = sleeper('worker');
  await writeRollOf([{ ...stranger, birth: 'another' }]);
  await endLeftovers(dataDir);
  expect(isAlive(stranger.pid)).toBe(true);
});

test('a roll cut short names nobody', async () => {
  await writeFile(join(dataDir, 'processes.json'), '[{"na');
  expect(await endLeftovers(dataDir)).toBe(true);
});

test('a new data folder has no leftovers', async () => {
  expect(await endLeftovers(dataDir)).toBe(false);
});
