import * as z from 'zod';
import { latestBirth } from './age.ts';
import type { Residence } from './application.ts';
import type { DateText } from './instant.ts';

const RESIDENCE_PROBLEMS = [
  'RESIDENCE_BEGINS_LATE',
  'RESIDENCE_GAP',
  'RESIDENCE_OVERLAP',
  'RESIDENCE_ENDS_EARLY',
] as const;

/** What is uncertain in a history of residence, at a place such as `subject.residenceHistory.1.from`. */
export const ResidenceWarning = z.strictObject({
  path: z.string(),
  code: z.enum(RESIDENCE_PROBLEMS),
});
export type ResidenceWarning = z.infer<typeof ResidenceWarning>;

type Stay = Pick<z.infer<typeof Residence>, 'from' | 'to'>;
interface Row {
  at: number;
  from: number;
  /** Its last month; without end while the person lives there. */
  to: number;
}

/** Since when residence is declared and decides who is asked (Law 28/2009 Art. 45, 47). */
const DECLARED_SINCE_AGE = 14;

/**
 * Where a history of residence is not whole: it begins after the person turned 14, leaves at least one whole month
 * out, gives two places for more than the month of a move, or ends before today. Warnings for the officer and never a refusal: people
 * do live in two places and forget months. Days are not known: what may be no gap is none.
 */
export function residenceWarnings(
  { birthDate, residenceHistory }: { birthDate: string; residenceHistory: readonly Stay[] },
  today: DateText,
): ResidenceWarning[] {
  const rows = residenceHistory
    .map(({ from, to }, at): Row => ({
      at,
      from: monthNumber(from),
      to: to === null ? Infinity : monthNumber(to),
    }))
    .toSorted((a, b) => a.from - b.from);
  const warnings: ResidenceWarning[] = [];
  let last: Row | null = null;
  // Declared without a hole up to this month.
  let reached = monthNumber(latestBirth(birthDate)) + DECLARED_SINCE_AGE * MONTHS_OF_YEAR;
  for (const row of rows) {
    const lost = row.from > reached + 1;
    if (lost) warnings.push(warn(row, 'from', last ? 'RESIDENCE_GAP' : 'RESIDENCE_BEGINS_LATE'));
    if (last !== null && row.from < last.to) warnings.push(warn(row, 'from', 'RESIDENCE_OVERLAP'));
    if (last === null || row.to > last.to) last = row;
    reached = Math.max(reached, row.to);
  }
  if (last !== null && monthNumber(today) > reached + 1) {
    warnings.push(warn(last, 'to', 'RESIDENCE_ENDS_EARLY'));
  }
  return warnings;
}

function warn({ at }: Row, field: keyof Stay, code: ResidenceWarning['code']): ResidenceWarning {
  return { path: `subject.residenceHistory.${at}.${field}`, code };
}

const MONTHS_OF_YEAR = 12;

function monthNumber(date: string): number {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return year * MONTHS_OF_YEAR + month;
}
