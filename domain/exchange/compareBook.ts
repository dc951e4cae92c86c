import { foldName } from '../foldName.ts';
import { numberKeyOf } from '../supply/information.ts';
import type { Finding, PaperKnown } from './reconciliation.ts';

/** A paper of the reception book; one that arrived outside the period only answers a supplier's line. */
export type BookPaper = PaperKnown & { inPeriod: boolean };

/** A paper that both sides do not have alike; `here` is the reception book, `there` the supplier's list. */
export interface BookDifference {
  /** Stays the same when the same lists are compared again. */
  key: string;
  number: string;
  finding: Finding;
  here: PaperKnown | null;
  there: PaperKnown | null;
  /** Fields in which both differ. */
  fields: string[];
}

export const COMPARED = ['date', 'effectiveDate', 'birthDate'] as const;

/**
 * What a supplier says it sent in a period against the reception book. Kind, number and person tell which
 * papers are the same, however spelled; of several such the one that agrees in everything comes first.
 * A day that a supplier's list does not have is no difference.
 */
export function compareBook(
  there: readonly PaperKnown[],
  here: readonly BookPaper[],
): BookDifference[] {
  const left = Map.groupBy(here, nameOf);
  const waiting = there.filter((paper) => !taken(left, paper, alike));
  const differing = waiting.map((paper) =>
    differenceOf(
      taken(left, paper, () => true),
      paper,
    ),
  );
  const unnamed = [...left.values()].flat().filter(({ inPeriod }) => inPeriod);
  return keyedApart([...differing, ...unnamed.map((paper) => differenceOf(paper, null))]);
}

/** A list may name the same paper twice: each such line has a key of its own. */
function keyedApart(differences: readonly BookDifference[]): BookDifference[] {
  const seen = new Map<string, number>();
  return differences.map((difference) => {
    const times = (seen.get(difference.key) ?? 0) + 1;
    seen.set(difference.key, times);
    return times === 1 ? difference : { ...difference, key: `${difference.key}#${times}` };
  });
}

/** The paper of the book that a line names, which answers no further line; null where there is none. */
function taken(
  left: Map<string, BookPaper[]>,
  paper: PaperKnown,
  fits: (own: PaperKnown, paper: PaperKnown) => boolean,
): BookPaper | null {
  const name = nameOf(paper);
  const own = left.get(name)?.find((one) => fits(one, paper)) ?? null;
  if (own !== null) left.set(name, left.get(name)?.filter((one) => one !== own) ?? []);
  return own;
}

function nameOf({ kind, number, personName }: PaperKnown): string {
  return [kind, numberKeyOf(number), foldName(personName)].join('|');
}

function alike(own: PaperKnown, paper: PaperKnown): boolean {
  return differingFields(own, paper).length === 0;
}

function differingFields(own: PaperKnown, paper: PaperKnown): string[] {
  return COMPARED.filter((field) => paper[field] !== null && paper[field] !== own[field]);
}

function differenceOf(own: BookPaper | null, paper: PaperKnown | null): BookDifference {
  const shown = paper ?? own;
  if (shown === null) throw new Error('a difference of nothing');
  return {
    key: [nameOf(shown), shown.date, shown.birthDate].join('|'),
    number: shown.number,
    finding: own === null ? 'MISSING_HERE' : paper === null ? 'MISSING_THERE' : 'DIFFERENT',
    here: own && knownOf(own),
    there: paper,
    fields: own === null || paper === null ? [] : differingFields(own, paper),
  };
}

function knownOf({ inPeriod: _inPeriod, ...paper }: BookPaper): PaperKnown {
  return paper;
}
