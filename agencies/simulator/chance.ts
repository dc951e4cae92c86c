import { createHash } from 'node:crypto';

/** A number in [0, 1) that depends on the seed alone: the same person gets the same answer for ever. */
export function uniform(seed: string): number {
  return createHash('sha256').update(seed).digest().readUIntBE(0, 6) / 2 ** 48;
}

/** One of the choices, by the seed. Throws RangeError on an empty list. */
export function pick<T>(seed: string, choices: readonly T[]): T {
  const choice = choices[Math.floor(uniform(seed) * choices.length)];
  if (choice === undefined) throw new RangeError('nothing to pick from');
  return choice;
}

/** A log-normal amount around a median: most are near it, a few take several times as long. */
export function around(seed: string, median: number, sigma = 0.5): number {
  const u = Math.max(uniform(`${seed}/u`), Number.EPSILON);
  const normal = Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * uniform(`${seed}/v`));
  return median * Math.exp(sigma * normal);
}
