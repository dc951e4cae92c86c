import { foldName } from './foldName.ts';

/** A line of a table: its cells by column, null where the table has no such column. */
export interface TableLine<Column extends string> {
  /** Where it stands in its file; the header is line 1. */
  line: number;
  cells: Readonly<Record<Column, string | null>>;
  /** Whether the line ends before its last heading, as where a file was cut off. */
  short: boolean;
}

/** Columns with the headings they may have, and those without which a table says nothing. */
export interface TableHead<Column extends string> {
  columns: Readonly<Record<Column, readonly string[]>>;
  needed: readonly Column[];
}

/**
 * Records of a table, the header first and in any order of columns, as lines; null where needed columns
 * are missing. `numbers` says on which line of the file each record stands.
 */
export function tableLines<Column extends string>(
  { columns, needed }: TableHead<Column>,
  [header, ...records]: readonly (readonly string[])[],
  numbers: readonly number[],
): TableLine<Column>[] | null {
  const headings = (header ?? []).map(foldName);
  const places = (Object.entries(columns) as [Column, readonly string[]][]).map(
    ([column, names]) => {
      const folded = new Set(names.map(foldName));
      return [column, headings.findIndex((heading) => folded.has(heading))] as const;
    },
  );
  if (places.some(([column, at]) => at < 0 && needed.includes(column))) return null;
  return records.map((record, index) => ({
    line: numbers[index + 1] ?? index + 2,
    cells: Object.fromEntries(
      places.map(([column, at]) => [column, at < 0 ? null : (record[at] ?? '').trim()]),
    ) as Record<Column, string | null>,
    short: record.length < headings.length,
  }));
}

/** Whether a spreadsheet would run a cell as a formula. */
export function isFormula(cell: string): boolean {
  return /^[=+\-@\t\r]/u.test(cell);
}

/** A date as a spreadsheet or a person writes it, as ISO; anything else as it stands. */
export function dateOfWritten(cell: string): string {
  const [, day, month, year] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/u.exec(cell) ?? [];
  if (day === undefined || month === undefined) return cell;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
