import { foldName } from '../foldName.ts';
import type { CodeOf } from './evidence.ts';

/** Grave, acute, tilde, hook above, dot below: the five marks of tone, apart from those of vowels. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const MARKS = /\p{M}/u;
/** Signs inside names of ethnic groups and foreigners: “H'Hen”, “Jean-Luc”. */
const SIGNS = /['’.-]/gu;
/** Shorter names have too many neighbours so many letters away. */
const LONG_ENOUGH = { one: 6, two: 11 };
const MOST_SLIPS = 2;

/** Words of a name without any mark, đ as d, y as i, signs as spaces. */
export function foldedWords(name: string): string[] {
  return foldName(name.replace(SIGNS, ' ')).split(' ');
}

/**
 * The key under which a name is looked up: its folded words in alphabetical order, so that no order
 * of writing matters. Finds candidates only.
 */
export function nameKey(name: string): string {
  return keyOf(foldedWords(name));
}

function keyOf(words: readonly string[]): string {
  return words.toSorted((a, b) => (a < b ? -1 : 1)).join(' ');
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
    key: keyOf(words),
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
  const slips = slipsBetween(one.folded, other.folded);
  if (slips === 1 && shorter >= LONG_ENOUGH.one) return 'ONE_LETTER_OFF';
  if (isPart(one.words, other.words) || isPart(other.words, one.words)) return 'PART';
  return slips === 2 && shorter >= LONG_ENOUGH.two ? 'TWO_LETTERS_OFF' : 'DIFFERS';
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

/** Whether two different texts are one slip apart. */
export function isOneSlip(one: string, other: string): boolean {
  return slipsBetween(one, other) === 1;
}

/**
 * How many slips of the pen lead from one text to the other: a letter replaced, added, left out, or
 * two neighbours swapped (optimal string alignment). Symmetric; Infinity above two.
 */
export function slipsBetween(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > MOST_SLIPS) return Infinity;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const row = last.map((_, at) => (at === 0 ? i : Infinity));
    // Further from the diagonal lie only ways of more slips than are told apart.
    const end = Math.min(other.length, i + MOST_SLIPS);
    for (let j = Math.max(1, i - MOST_SLIPS); j <= end; j += 1) {
      const replaced = cell(last, j - 1) + (one[i - 1] === other[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const added = Math.min(cell(last, j), cell(row, j - 1)) + 1;
      row[j] = Math.min(replaced, added, swapped ? cell(before, j - 2) + 1 : Infinity);
    }
    if (Math.min(...row) > MOST_SLIPS) return Infinity;
    [before, last] = [last, row];
  }
  const slips = cell(last, other.length);
  return slips > MOST_SLIPS ? Infinity : slips;
}

function cell(row: readonly number[], at: number): number {
  return row[at] ?? Infinity;
}
