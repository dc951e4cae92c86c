import type { Language } from './refusals.ts';

/** Vietnamese, English. */
export type Pair = readonly [vi: string, en: string];

/** A name in both languages for every code of a union. */
export type ByCode<Code extends string> = Readonly<Record<Code, Pair>>;

/** The one of a pair that a language wants. */
export function inLanguage([vi, en]: Pair, language: Language): string {
  return language === 'vi' ? vi : en;
}

/** Names that stand by language as pairs. */
export function pairsOf<Code extends string>(
  names: Readonly<Record<Code, Record<Language, string>>>,
): ByCode<Code> {
  const pairs = Object.entries<Record<Language, string>>(names).map(([code, { vi, en }]) => [
    code,
    [vi, en],
  ]);
  return Object.fromEntries(pairs) as ByCode<Code>;
}
