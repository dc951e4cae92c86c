import { addDays, type DateText } from '../instant.ts';
import type { ConvictionDetails, Offence } from './entry.ts';
import type { Articles, Band, ExpungementRules } from './law.ts';

/** The later of two dates. */
export function later(a: DateText, b: DateText): DateText {
  return a > b ? a : b;
}

/**
 * The day on which a period that starts on a day is over: the day of the same number of the last
 * month, or that month's last day where it has none (29 February and a year: 28 February).
 */
export function endOfPeriod(
  start: DateText,
  { amount, unit }: Band['period'],
  { over }: ExpungementRules['dayRule'],
): DateText {
  const corresponding = addMonths(start, unit === 'year' ? amount * 12 : amount);
  return over === 'DAY_AFTER' ? addDays(corresponding, 1) : corresponding;
}

/** The corresponding day so many months later. */
export function addMonths(date: DateText, months: number): DateText {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const index = year * 12 + month - 1 + months;
  const first = `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
  const last = Number(addDays(`${nextMonth(index)}-01`, -1).slice(8));
  return `${first}-${String(Math.min(day, last)).padStart(2, '0')}`;
}

function nextMonth(index: number): string {
  const next = index + 1;
  return `${String(Math.floor(next / 12)).padStart(4, '0')}-${String((next % 12) + 1).padStart(2, '0')}`;
}

/** The band of a principal penalty, or undefined where the law names no period for it. */
export function bandOf(
  bands: readonly Band[],
  { kind, months }: ConvictionDetails['principal'],
): Band | undefined {
  return bands.find(
    ({ penalties, monthsOver, monthsUpTo }) =>
      penalties.includes(kind) &&
      (monthsOver === null || (months ?? 0) > monthsOver) &&
      (monthsUpTo === null || (months ?? 0) <= monthsUpTo),
  );
}

/** Whether an offence is among articles: null while its article, or a clause that matters, is unknown. */
export function isAmong(articles: readonly Articles[], offence: Offence): Articles | false | null {
  const ofCode = articles.filter(({ penalCode }) => penalCode === offence.penalCode);
  if (ofCode.length === 0) return false;
  const { article, clause } = offence;
  if (article === null) return null;
  const within = ofCode.find(({ from, to }) => from <= article && article <= to);
  if (within === undefined) return false;
  if (within.clauses === null) return within;
  if (clause === null) return null;
  return within.clauses.includes(clause) ? within : false;
}
