import { foldName } from '../foldName.ts';
import type { CodeOf } from './evidence.ts';

/** Grave, acute, tilde, hook above, dot below: the five marks of tone, apart from those of vowels. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const MARKS = /\p{M}/u;
/** Signs inside names of ethnic groups and foreigners: “H'Hen”, “Jean-Luc”. */
const SIGNS = /['’.-]/gu;
/** Shorter names have too many neighbours one letter away. */
const LONG_ENOUGH = 6;

/** Words of a name without any mark, đ as d, y as i, signs as spaces. */
export function foldedWords(name: string): string[] {
  return foldName(name.replace(SIGNS, ' ')).split(' ');
}

/**
 * The key under which a name is looked up: its folded words in alphabetical order, so that no order
 * of writing matters. Finds candidates only. The database has the same in `person_name_key`.
 */
export function nameKey(name: string): string {
  return foldedWords(name)
    .toSorted((a, b) => (a < b ? -1 : 1))
    .join(' ');
}

/**
 * Spelling of a name with all its marks, the tone moved to the end of its word: hòa and hoà, Lý and
 * Lí, composed and decomposed are one spelling.
 */
function spellingOf(name: string): string {
  return name
    .replace(SIGNS, ' ')
    .normalize('NFD')
    .toLowerCase()
    .replace(/y/gu, 'i')
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map((word) => word.replace(TONES, '') + (word.match(TONES) ?? []).join(''))
    .join(' ');
}

/** Names as a comparison needs them, prepared once. */
export interface NameForms {
  spelling: string;
  words: readonly string[];
  folded: string;
  key: string;
  marked: boolean;
}

export function formsOf(name: string): NameForms {
  const words = foldedWords(name);
  const spelling = spellingOf(name);
  return {
    spelling,
    words,
    folded: words.join(' '),
    key: nameKey(name),
    marked: MARKS.test(spelling) || /đ/iu.test(name),
  };
}

type NameCode = Exclude<CodeOf<'name'>, 'ALIAS'>;

/** How two names agree; symmetric. */
export function compareNames(one: NameForms, other: NameForms): NameCode {
  if (one.spelling === other.spelling) return 'SAME';
  if (one.folded === other.folded) {
    return one.marked && other.marked ? 'OTHER_MARKS' : 'WITHOUT_MARKS';
  }
  if (one.key === other.key) return 'OTHER_ORDER';
  const shorter = Math.min(one.folded.length, other.folded.length);
  if (shorter >= LONG_ENOUGH && isOneSlip(one.folded, other.folded)) return 'ONE_LETTER_OFF';
  return isPart(one.words, other.words) || isPart(other.words, one.words) ? 'PART' : 'DIFFERS';
}

/** Whether a name of at least two words stands within a longer one and keeps its last word. */
function isPart(short: readonly string[], long: readonly string[]): boolean {
  if (short.length < 2 || short.length >= long.length) return false;
  if (short.at(-1) !== long.at(-1)) return false;
  let from = 0;
  return short.every((word) => {
    from = long.indexOf(word, from) + 1;
    return from > 0;
  });
}

/** Whether two different texts differ by one letter: another, one more, one fewer, or two swapped. */
export function isOneSlip(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (long.length > short.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return at < short.length;
  const swapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return swapped && short.slice(at + 2) === long.slice(at + 2);
}
