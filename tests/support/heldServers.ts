import type { Servers } from './servers.ts';

const holder = globalThis as { heldServers?: Servers };

/** Carries the servers from jest's global set-up to its teardown, which run in one process. */
export function keepServers(servers: Servers): void {
  holder.heldServers = servers;
}

export function heldServers(): Servers | undefined {
  return holder.heldServers;
}
