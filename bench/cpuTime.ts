import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second on every architecture we run on. */
const TICK_MS = 10;

interface ProcessTimes {
  pid: number;
  parent: number;
  /** Own time, and that of children which have ended and been waited for. */
  ms: number;
}

/**
 * Processor time of a process and all its living descendants in milliseconds (PostgreSQL works in
 * children), or null where there is no `/proc`.
 */
export function cpuMsOf(pid: number): number | null {
  const all = readProcesses();
  if (all === null) return null;
  const wanted = new Set([pid]);
  let sum = 0;
  // Parents mostly have lower numbers than their children; a second pass takes up the others.
  for (let pass = 0; pass < 3; pass += 1) {
    for (const { pid: each, parent } of all) if (wanted.has(parent)) wanted.add(each);
  }
  for (const { pid: each, ms } of all) if (wanted.has(each)) sum += ms;
  return sum;
}

function readProcesses(): ProcessTimes[] | null {
  let names: string[];
  try {
    names = readdirSync('/proc').filter((name) => /^\d+$/u.test(name));
  } catch {
    return null;
  }
  return names.flatMap((name) => timesOf(Number(name)) ?? []);
}

function timesOf(pid: number): ProcessTimes | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command name, in brackets, may hold blanks: count the fields after it.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const ticks = [11, 12, 13, 14].map((index) => Number(fields[index]));
    return { pid, parent: Number(fields[1]), ms: ticks.reduce((a, b) => a + b, 0) * TICK_MS };
  } catch {
    return null; // it ended between the listing and the reading
  }
}
