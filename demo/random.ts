/** Chance that repeats itself: the same seed text gives the same sequence on every machine. */
export interface Random {
  /** At least 0, below 1. */
  next(): number;
  /** A whole number, both ends included. */
  int(from: number, to: number): number;
  /** True with this probability, 0 to 1. */
  chance(probability: number): boolean;
  /** One of the items, all alike. Throws RangeError when there is none. */
  pick<T>(items: readonly T[]): T;
  /** One of the items, each as often as its weight says. Throws RangeError without any weight. */
  weighted<T>(items: readonly T[], weightOf: (item: T) => number): T;
  /** A text of this many decimal digits, leading zeros kept. */
  digits(count: number): string;
}

/** A sequence of its own for each seed text; not for secrets. */
export function seededRandom(seed: string): Random {
  const next = sfc32(seed);
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (items) => itemAt(items, int(0, items.length - 1)),
    weighted: (items, weightOf) => weightedItem(items, weightOf, next()),
    digits: (count) => Array.from({ length: count }, () => int(0, 9)).join(''),
  };
}

function itemAt<T>(items: readonly T[], index: number): T {
  if (items.length === 0) throw new RangeError('nothing to choose from');
  return items[index] as T;
}

function weightedItem<T>(items: readonly T[], weightOf: (item: T) => number, fraction: number): T {
  const total = items.reduce((sum, item) => sum + weightOf(item), 0);
  if (!(total > 0)) throw new RangeError('nothing to choose from');
  let left = fraction * total;
  let last: T | undefined;
  for (const item of items) {
    const weight = weightOf(item);
    if (weight <= 0) continue;
    if (left < weight) return item;
    left -= weight;
    last = item;
  }
  // Rounding may leave a hair's breadth beyond the last item.
  return last as T;
}

/** Chris Doty-Humphrey's sfc32 (PractRand), its 128 bits of state filled from the seed text. */
function sfc32(seed: string): () => number {
  let [a, b, c, counter] = [fnv1a(seed, 1), fnv1a(seed, 2), fnv1a(seed, 3), 1];
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  // Seeds that differ in one letter part company only after some rounds.
  for (let round = 0; round < 15; round++) next();
  return next;
}

function fnv1a(text: string, salt: number): number {
  let hash = 0x811c9dc5 ^ salt;
  for (const byte of new TextEncoder().encode(text)) {
    hash = Math.imul(hash ^ byte, 0x01000193);
  }
  return hash;
}
