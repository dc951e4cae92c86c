import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** Place of the start time in /proc/<pid>/stat, counted from the field after the name. */
const STARTED_AT = 19;

/** Whether a process with this id lives, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The command line of a living process; empty when it cannot be told. */
export function commandLineOf(pid: number): string {
  try {
    if (existsSync('/proc/self/cmdline')) {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    }
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

/**
 * When a living process began, in the words of its system; empty when it cannot be told. With the id
 * it names one process for ever: an id alone is given again to others.
 */
export function birthOf(pid: number): string {
  try {
    if (existsSync('/proc/self/stat')) {
      const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? '';
      return afterName.split(' ')[STARTED_AT] ?? '';
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

/** End a process that a killed run left behind: a signal, then SIGKILL when it does not go in time. */
export async function endOrphan(
  pid: number,
  signal: NodeJS.Signals,
  withinMs = 8_000,
): Promise<void> {
  const giveUpAt = Date.now() + withinMs;
  sendSignal(pid, signal);
  while (isAlive(pid) && Date.now() < giveUpAt) await delay(50);
  if (isAlive(pid)) sendSignal(pid, 'SIGKILL');
  while (isAlive(pid) && Date.now() < giveUpAt + 2_000) await delay(50);
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // gone meanwhile, which is what was wanted
  }
}
