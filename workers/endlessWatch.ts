import { accessSync, constants, existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { getEnvironmentData, isMainThread, setEnvironmentData } from 'node:worker_threads';

/**
 * A watch for workflow code that never returns, in place of the SDK's: that one starts an operating
 * system's thread for each of the dozen calls an activation makes, some 3 ms of every act (nodejs/node#47739).
 *
 * Loaded with `--import`, so that the SDK's workflow thread runs it as well: there every call made with a
 * time limit is made without, and counted in memory shared with the process's main thread, which looks once
 * a second. Code that is still in the same call after {@link TICKS} looks ends the process. The next one
 * leaves the SDK's guard as it is for {@link GUARDED_MS}: it fails the one workflow's task and lets all others run.
 */

/** The SDK's own limit, in seconds. */
const TICKS = 5;
const GUARDED_MS = 3_600_000;

const SHARED = 'lltp:workflow-calls';
/** Threads that can be counted; the first number tells how many there are. */
const THREADS = 63;

if (!isMainThread) countCalls(getEnvironmentData(SHARED));

function countCalls(shared: unknown): void {
  if (!(shared instanceof SharedArrayBuffer)) return;
  const calls = new Int32Array(shared);
  const own = Atomics.add(calls, 0, 1) + 1;
  if (own > THREADS) return;
  // Odd while a call runs.
  const running = (): boolean => Atomics.load(calls, own) % 2 !== 0;
  // oxlint-disable-next-line typescript/unbound-method -- called with the script it belongs to
  const limited = vm.Script.prototype.runInContext;
  vm.Script.prototype.runInContext = function runInContext(context, options) {
    if (options?.timeout === undefined || running()) return limited.call(this, context, options);
    const { timeout: _, ...rest } = options;
    Atomics.add(calls, own, 1);
    try {
      return limited.call(this, context, rest) as unknown;
    } finally {
      Atomics.add(calls, own, 1);
    }
  };
}

export interface Watch {
  /** Where it is noted that a process ended over endless code. */
  dataDir: string;
  /** Called once, when it is noted; ends the process. */
  stalled: () => void;
  /** Milliseconds between two looks. */
  everyMs?: number;
}

/**
 * Take the watch over from the SDK for every workflow thread started after this call. Tells whether it
 * did: not within an hour of a stall, nor where a stall could not be noted.
 */
export function watchForEndlessCode({ dataDir, stalled, everyMs = 1_000 }: Watch): boolean {
  const note = join(dataDir, 'endless-workflow');
  if (existsSync(note) && Date.now() - statSync(note).mtimeMs < GUARDED_MS) return false;
  if (!isWritable(dataDir)) return false;
  const calls = new Int32Array(new SharedArrayBuffer((THREADS + 1) * Int32Array.BYTES_PER_ELEMENT));
  setEnvironmentData(SHARED, calls.buffer);
  const seen = new Map<number, { call: number; ticks: number }>();
  const looks = setInterval(() => {
    for (let thread = 1; thread <= THREADS; thread += 1) {
      const call = Atomics.load(calls, thread);
      const before = seen.get(thread);
      const same = call % 2 !== 0 && before?.call === call;
      const ticks = same ? before.ticks + 1 : 0;
      seen.set(thread, { call, ticks });
      if (ticks < TICKS) continue;
      clearInterval(looks);
      try {
        writeFileSync(note, '');
      } finally {
        stalled();
      }
      return;
    }
  }, everyMs);
  looks.unref();
  return true;
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
