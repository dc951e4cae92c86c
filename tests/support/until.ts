import { setTimeout as pause } from 'node:timers/promises';

/**
 * Wait for a fact and give what it found (anything but false, null and undefined). Throws after
 * `withinMs`, so that a fact that never comes is a failed test.
 */
export async function until<T>(
  fact: () => T | Promise<T>,
  { withinMs = 20_000, everyMs = 20 }: { withinMs?: number; everyMs?: number } = {},
): Promise<NonNullable<T>> {
  const end = Date.now() + withinMs;
  for (;;) {
    const found = await fact();
    if (found !== false && found !== null && found !== undefined) return found;
    if (Date.now() > end) throw new Error(`waited ${withinMs} ms in vain for ${String(fact)}`);
    await pause(everyMs);
  }
}
