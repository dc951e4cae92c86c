import * as z from 'zod';
import { foldName } from '../foldName.ts';
import { CalendarDate } from '../text.ts';
import { ListedOffence, OffenceCode, spelling } from './offence.ts';

/** Why an entry of the catalogue is suggested for words of a judgment. */
export const SUGGESTION_REASONS = [
  'SAME_NAME',
  'SIMILAR_NAME',
  'SAME_ARTICLE',
  'SAME_PENAL_CODE',
] as const;
type Reason = (typeof SUGGESTION_REASONS)[number];

export const SuggestionQuery = z.strictObject({
  offence: z.string().trim().min(1).max(250),
  provision: z.string().trim().max(120).default(''),
  /** Day of the judgment: what came into force later is not suggested. */
  on: CalendarDate,
});
export type SuggestionQuery = z.infer<typeof SuggestionQuery>;

/** `normalised`: the one entry that the words name; null while a person must choose. */
export const Suggestions = z.strictObject({
  version: z.int(),
  normalised: OffenceCode.nullable(),
  suggestions: z.array(
    z.strictObject({ offence: ListedOffence, reasons: z.array(z.enum(SUGGESTION_REASONS)) }),
  ),
});
export type Suggestions = z.infer<typeof Suggestions>;

const MOST = 5;
/** What is worth less than this part of the best is not shown beside it. */
const NEAR_BEST = 0.5;
const SIMILAR = 0.35;
/** With the article itself named, a weaker likeness of names is worth showing. */
const SIMILAR_IN_ARTICLE = 0.15;

/** Entries of a catalogue that words of a judgment may mean, the likeliest first; nothing is mapped by it. */
export function suggestOffences(
  catalogue: readonly ListedOffence[],
  { offence, provision, on }: SuggestionQuery,
): Omit<Suggestions, 'version'> {
  const said = { name: bare(offence), article: articleIn(provision), code: codeIn(provision) };
  const rated = catalogue
    .filter(({ validFrom }) => validFrom <= on)
    .map((entry) => rate(entry, said))
    .filter(({ worth }) => worth > 0)
    .toSorted((a, b) => b.worth - a.worth || (b.offence.validFrom < a.offence.validFrom ? -1 : 1));
  const near = rated.filter(({ worth }) => worth >= NEAR_BEST * (rated[0]?.worth ?? 0));
  const named = rated.filter(({ reasons }) => reasons.includes('SAME_NAME'));
  const exact = named.filter(
    ({ reasons, offence: { article } }) =>
      said.article === article && (said.code === null || reasons.includes('SAME_PENAL_CODE')),
  );
  return {
    normalised: exact.length === 1 ? (exact[0]?.offence.code ?? null) : null,
    suggestions: near.slice(0, MOST).map(({ offence: entry, reasons }) => {
      return { offence: entry, reasons };
    }),
  };
}

interface Said {
  name: string;
  article: string | null;
  /** Year of the penal code. */
  code: string | null;
}

interface Rated {
  offence: ListedOffence;
  reasons: Reason[];
  worth: number;
}

function rate(offence: ListedOffence, said: Said): Rated {
  const name = bare(offence.name);
  const same = spelling(name) === spelling(said.name);
  const likeness = same ? 1 : alike(foldName(name), foldName(said.name));
  const article = said.article === offence.article;
  const code = said.code !== null && offence.penalCode.startsWith(said.code);
  const reasons: Reason[] = [];
  if (same) reasons.push('SAME_NAME');
  else if (likeness >= (article ? SIMILAR_IN_ARTICLE : SIMILAR)) reasons.push('SIMILAR_NAME');
  if (article) reasons.push('SAME_ARTICLE');
  if (code) reasons.push('SAME_PENAL_CODE');
  const worthShowing = same || reasons.includes('SIMILAR_NAME') || (article && code);
  return { offence, reasons, worth: worthShowing ? likeness + +article + +code / 2 : 0 };
}

/** A name without the word for offence before it. */
function bare(name: string): string {
  return name
    .normalize('NFC')
    .trim()
    .replace(/^tội\s+/iu, '');
}

/** `khoản 1 Điều 173 BLHS`: `173`; null where no single article is named. */
function articleIn(provision: string): string | null {
  const found = [...provision.normalize('NFC').matchAll(/điều\s+(\d{1,3}[a-zđ]?)(?![\p{L}\d])/giu)];
  return found.length === 1 ? (found[0]?.[1]?.toLowerCase() ?? null) : null;
}

/** The year of the penal code that a provision names; null where it names none. */
function codeIn(provision: string): string | null {
  return /(?<!\d)(1985|1999|2015)(?!\d)/u.exec(provision)?.[1] ?? null;
}

/** Likeness of two folded texts by their trigrams, 0 to 1 (Dice). */
function alike(a: string, b: string): number {
  const [first, second] = [trigramsOf(a), trigramsOf(b)];
  const shared = [...first].filter((trigram) => second.has(trigram)).length;
  const all = first.size + second.size;
  return all === 0 ? 0 : (2 * shared) / all;
}

function trigramsOf(text: string): Set<string> {
  const padded = ` ${text} `;
  const starts = Array.from({ length: Math.max(padded.length - 2, 0) }, (_, at) => at);
  return new Set(starts.map((at) => padded.slice(at, at + 3)));
}
