import { type CleanCount, type CleanDay, cleanShare } from '../../domain/quality/share.ts';

/** A day of all departments shown, with the share that is drawn. */
export interface DayTotal {
  day: string;
  records: number;
  clean: number;
  share: number | null;
}

/** Days in their order, departments together. */
export function totalsByDay(days: readonly CleanDay[]): DayTotal[] {
  const byDay = Map.groupBy(days, ({ day }) => day);
  return [...byDay]
    .map(([day, lines]) => ({ day, ...totalOf(lines) }))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

/** Records and clean ones of several departments, with their share. */
export function totalOf(lines: readonly Pick<CleanCount, 'records' | 'clean'>[]) {
  const sum = (field: 'records' | 'clean') => lines.reduce((all, line) => all + line[field], 0);
  const counts = { records: sum('records'), clean: sum('clean') };
  return { ...counts, share: cleanShare(counts) };
}
