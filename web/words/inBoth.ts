/** Vietnamese, English. */
export type Pair = readonly [vi: string, en: string];

/** A name in both languages for every code of a union. */
export type ByCode<Code extends string> = Readonly<Record<Code, Pair>>;

/** Words of one area, in both languages under the same keys. */
export interface Words<Key extends string = string> {
  vi: Readonly<Record<Key, string>>;
  en: Readonly<Record<Key, string>>;
}

/** Words written as pairs, side by side, taken apart by language. */
export function inBoth<Key extends string>(pairs: ByCode<Key>): Words<Key> {
  return { vi: oneOf(pairs, 0), en: oneOf(pairs, 1) };
}

function oneOf<Key extends string>(pairs: ByCode<Key>, language: 0 | 1): Record<Key, string> {
  const entries = Object.entries<Pair>(pairs).map(([key, pair]) => [key, pair[language]]);
  return Object.fromEntries(entries) as Record<Key, string>;
}

/** Names of codes as words of a group. */
export function named(
  group: string,
  names: Readonly<Record<string, { vi: string; en: string }>>,
): Record<string, Pair> {
  const words = Object.entries(names).map(
    ([code, { vi, en }]) => [`${group}.${code}`, [vi, en]] as const,
  );
  return Object.fromEntries(words);
}
