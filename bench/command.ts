import type { Invariant } from './verdict.ts';

/**
 * Run a command that ends the process: with what `work` gives, with 1 when it throws, with 130 when it was
 * interrupted.
 */
export async function runCommand(
  work: (args: readonly string[], signal: AbortSignal) => Promise<number>,
): Promise<never> {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => stop.abort(new Error('interrupted')));
  }
  try {
    process.exitCode = await work(process.argv.slice(2), stop.signal);
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = stop.signal.aborted ? 130 : 1;
  }
  process.exit();
}

/** A line for each rule: whether it holds, and some of what breaks it. */
export function printVerdicts(invariants: readonly Invariant[]): void {
  for (const { name, holds, wrong } of invariants) {
    console.log(
      `${holds ? 'holds ' : 'BROKEN'}  ${name}${wrong.length > 0 ? `  ${wrong.join('; ')}` : ''}`,
    );
  }
}

/** The same for a program: which rules hold, in one object; what breaks them goes to stderr. */
export function holdingOf(invariants: readonly Invariant[]): Record<string, boolean> {
  for (const { name, holds, wrong } of invariants) {
    if (!holds) console.error(`${name}: ${wrong.join('; ')}`);
  }
  return Object.fromEntries(invariants.map(({ name, holds }) => [name, holds]));
}
