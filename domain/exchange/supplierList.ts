import { dateOfWritten, isFormula, type TableHead, type TableLine } from '../tableLines.ts';
import { kindOf, SUPPLY_COLUMNS } from '../supply/readFile.ts';
import { PaperKnown } from './reconciliation.ts';

const { kind, number, date, effectiveDate, fullName, birthDate } = SUPPLY_COLUMNS;
/** Columns of a supplier's list of what it sent, by the headings of its files of judgments. */
export const LIST_COLUMNS = { kind, number, date, effectiveDate, fullName, birthDate } as const;
type Column = keyof typeof LIST_COLUMNS;

export const LIST_HEAD: TableHead<Column> = {
  columns: LIST_COLUMNS,
  needed: ['number', 'date', 'fullName'],
};

/** A line of a list as a paper, or the columns of it that are not sound. */
export function readListLine({
  cells,
  short,
}: TableLine<Column>): { paper: PaperKnown } | { faults: { column: Column; code: string }[] } {
  const formulas = columnsWhere((column) => isFormula(cells[column] ?? ''));
  if (formulas.length > 0) return { faults: faulty(formulas, 'FORMULA') };
  if (short) return { faults: faulty(['birthDate'], 'ROW_TRUNCATED') };
  const parsed = PaperKnown.safeParse({
    kind: kindOf(cells.kind ?? ''),
    number: cells.number ?? '',
    date: dateOfWritten(cells.date ?? ''),
    effectiveDate: dateOfWritten(cells.effectiveDate ?? '') || null,
    personName: cells.fullName ?? '',
    birthDate: dateOfWritten(cells.birthDate ?? '') || null,
  });
  if (parsed.success) return { paper: parsed.data };
  const wrong = new Set(parsed.error.issues.map(({ path: [field] }) => columnOf(String(field))));
  const [empty, odd] = [...wrong].reduce<[Column[], Column[]]>(
    ([none, other], column) =>
      cells[column] ? [none, [...other, column]] : [[...none, column], other],
    [[], []],
  );
  return { faults: [...faulty(empty, 'REQUIRED'), ...faulty(odd, 'WRONG_FORMAT')] };
}

function columnsWhere(fits: (column: Column) => boolean): Column[] {
  return (Object.keys(LIST_COLUMNS) as Column[]).filter(fits);
}

function columnOf(field: string): Column {
  return field === 'personName' ? 'fullName' : (field as Column);
}

function faulty(columns: readonly Column[], code: string) {
  return columns.map((column) => ({ column, code }));
}
