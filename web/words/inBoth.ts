import { type ByCode, type Pair, pairsOf } from '../../domain/wording/pair.ts';

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
export function grouped<Group extends string, Code extends string>(
  group: Group,
  names: ByCode<Code>,
): ByCode<`${Group}.${Code}`> {
  const words = Object.entries<Pair>(names).map(([code, pair]) => [`${group}.${code}`, pair]);
  return Object.fromEntries(words) as ByCode<`${Group}.${Code}`>;
}

/** The same of names that stand by language. */
export function named(
  group: string,
  names: Readonly<Record<string, { vi: string; en: string }>>,
): Record<string, Pair> {
  return grouped(group, pairsOf(names));
}
