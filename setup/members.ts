import { join } from 'node:path';
import type { ChildPlan } from './child.ts';
import type { HousePorts } from './ports.ts';

const ROOT = join(import.meta.dirname, '..');

/** Process entries, relative to the repository or absolute. */
export interface Entries {
  migrate: string;
  seed: string;
  agencies: string;
  worker: string;
  api: string;
}

export const ENTRIES: Entries = {
  migrate: 'db/migrate.ts',
  seed: 'demo/seed.ts',
  agencies: 'agencies/main.ts',
  worker: 'workers/main.ts',
  api: 'api/main.ts',
};

/**
 * Cached workflows need more than the default heap. A nursery that shrinks to the usual size, and an old
 * heap that is searched whenever it grew by a tenth, make servers spend a sixth of their time on clearing;
 * so the old heap may reach two and a half times what was in use before it is searched.
 */
export const NODE_SWITCHES = [
  '--max-old-space-size=2048',
  '--min-semi-space-size=16',
  '--max-semi-space-size=64',
  '--heap-growing-percent=150',
];

/** Switches of a process that runs workflows. */
export const WORKFLOW_SWITCHES = ['--import', join(ROOT, 'workers/endlessWatch.ts')];

/** A command line of the house's Node. */
export function nodeCommand(
  entry: string,
  switches: readonly string[] = [],
): { command: string; args: string[] } {
  const path = join(ROOT, entry);
  return {
    command: process.execPath,
    args: [...NODE_SWITCHES, ...switches, entry.startsWith('/') ? entry : path],
  };
}

type Server = 'agencies' | 'worker' | 'api';

/** The plans of our own three servers, in the order in which they depend on each other. */
export function planMembers(
  entries: Entries,
  ports: HousePorts,
  envs: Record<Server, NodeJS.ProcessEnv>,
): { agencies: ChildPlan; worker: ChildPlan; api: ChildPlan } {
  const plan = (name: Server, probe: string, port: number): ChildPlan => ({
    name,
    ...nodeCommand(entries[name], name === 'worker' ? WORKFLOW_SWITCHES : []),
    env: envs[name],
    isReady: () => answers(`http://127.0.0.1:${port}${probe}`),
    readyWithinMs: 90_000,
    deathsAllowed: 0,
    stopSignal: 'SIGTERM',
    stopWithinMs: 5_000,
  });
  return {
    agencies: plan('agencies', '/healthz', ports.agencies),
    worker: plan('worker', '/healthz', ports.worker),
    api: plan('api', '/readyz', ports.api),
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    const reply = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await reply.body?.cancel();
    return reply.ok;
  } catch {
    return false;
  }
}
