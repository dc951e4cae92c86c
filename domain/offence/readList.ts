import type * as z from 'zod';
import { dateOfWritten, isFormula, tableLines, type TableLine } from '../tableLines.ts';
import { ListedOffence, OffenceCode, spelling } from './offence.ts';
import { beginningOf } from '../text.ts';
import type { RowProblem } from './release.ts';

/** Columns of a list with the headings they may have, without marks; `data/offences.csv` has the first of each. */
export const LIST_COLUMNS = {
  code: ['code', 'ma', 'ma toi danh'],
  penalCode: ['penal_code', 'bo luat'],
  article: ['article', 'dieu'],
  chapterNo: ['chapter_no', 'chuong'],
  chapterName: ['chapter_name', 'ten chuong'],
  name: ['name', 'toi danh', 'ten toi danh'],
  validFrom: ['valid_from', 'tu ngay'],
  validTo: ['valid_to', 'den ngay'],
  replacedBy: ['replaced_by', 'thay bang'],
  note: ['severity_note', 'ghi chu'],
  expungementRegime: ['expungement_regime', 'xoa an tich'],
  source: ['source', 'nguon'],
  verified: ['verified', 'da doi chieu'],
} as const satisfies Record<keyof ListedOffence, readonly string[]>;
export type ListColumn = keyof typeof LIST_COLUMNS;

/** Without these a list says nothing. */
export const NEEDED_LIST_COLUMNS: readonly ListColumn[] = [
  'code',
  'penalCode',
  'article',
  'name',
  'validFrom',
];

export type ListLine = Pick<TableLine<ListColumn>, 'line' | 'cells'>;

/** Records of a table, the header first, as lines; null where needed columns are missing. See {@link tableLines}. */
export function listLines(
  records: readonly (readonly string[])[],
  numbers: readonly number[],
): ListLine[] | null {
  const head = { columns: LIST_COLUMNS, needed: NEEDED_LIST_COLUMNS };
  return tableLines<ListColumn>(head, records, numbers);
}

export interface ReadList {
  offences: ListedOffence[];
  problems: RowProblem[];
}

interface GoodRow {
  line: ListLine;
  offence: ListedOffence;
}

/** Lines as offences, those that are sound; every other line has at least one problem. */
export function readList(lines: readonly ListLine[]): ReadList {
  const problems: RowProblem[] = [];
  const refuse = (line: ListLine, column: ListColumn, code: string): void => {
    problems.push(problemOf(line, column, code));
  };
  const rows = lines.flatMap((line): GoodRow[] => {
    const read = readLine(line);
    if ('offence' in read) return [read];
    for (const { column, code } of read.faults) refuse(line, column, code);
    return [];
  });
  const single = withoutDoubles(rows, refuse);
  const stated = new Set(lines.map(({ cells }) => cells.code ?? ''));
  const offences = single.flatMap(({ line, offence }) => {
    if (offence.replacedBy.every((code) => stated.has(code))) return [offence];
    refuse(line, 'replacedBy', 'UNKNOWN_SUCCESSOR');
    return [];
  });
  return { offences, problems: problems.toSorted((a, b) => a.line - b.line) };
}

/**
 * What a list is taken as when only its good rows are kept: a faulty row withdraws nothing, the entry of
 * the release in force stands in for it.
 */
export function keepGood({ offences, problems }: ReadList, inForce: readonly ListedOffence[]) {
  const faulty = new Set(problems.map(({ offence }) => offence));
  const good = new Set(offences.map(({ code }) => code));
  const carried = inForce.filter(({ code }) => faulty.has(code) && !good.has(code));
  return { offences, carried };
}

interface Fault {
  column: ListColumn;
  code: string;
}

function readLine(line: ListLine): GoodRow | { faults: Fault[] } {
  const { cells } = line;
  const columns = Object.keys(cells) as ListColumn[];
  const formulas = columns.filter((column) => isFormula(cells[column] ?? ''));
  if (formulas.length > 0) {
    return { faults: formulas.map((column) => ({ column, code: 'FORMULA' })) };
  }
  const parsed = ListedOffence.safeParse({
    ...cells,
    article: (cells.article ?? '').replace(/^điều\s+/iu, ''),
    validFrom: dateOfWritten(cells.validFrom ?? ''),
    validTo: emptyAsNull(cells.validTo, dateOfWritten),
    replacedBy: (cells.replacedBy ?? '').split(/[;\s]+/u).filter((code) => code !== ''),
    chapterNo: emptyAsNull(cells.chapterNo),
    chapterName: emptyAsNull(cells.chapterName),
    note: emptyAsNull(cells.note),
    source: emptyAsNull(cells.source),
    expungementRegime: emptyAsNull(cells.expungementRegime),
    // What nobody says was read in the code's text was not.
    verified: /^(true|1|x|co|có|yes)$/iu.test(cells.verified ?? ''),
  });
  if (parsed.success) return { line, offence: parsed.data };
  const faults = parsed.error.issues.map((issue) => faultOf(issue, cells));
  return { faults: faults.filter(({ column }, at) => firstOf(faults, column) === at) };
}

function firstOf(faults: readonly Fault[], column: ListColumn): number {
  return faults.findIndex((fault) => fault.column === column);
}

function faultOf(issue: z.core.$ZodIssue, cells: ListLine['cells']): Fault {
  const column = issue.path[0] as ListColumn;
  const empty = (cells[column] ?? '') === '';
  if (empty) return { column, code: column === 'article' ? 'ARTICLE_MISSING' : 'REQUIRED' };
  if (column === 'penalCode') return { column, code: 'UNKNOWN_PENAL_CODE' };
  if (issue.code === 'custom' && /^[A-Z_]+$/u.test(issue.message)) {
    return { column, code: issue.message };
  }
  return { column, code: issue.code === 'too_big' ? 'TOO_LONG' : 'WRONG_FORMAT' };
}

/** Rows whose code stands once, and whose offence is not valid twice on one day. */
function withoutDoubles(
  rows: readonly GoodRow[],
  refuse: (line: ListLine, column: ListColumn, code: string) => void,
): GoodRow[] {
  const codes = new Set<string>();
  const sameOffence = new Map<string, GoodRow[]>();
  return rows.filter((row) => {
    const { code, penalCode, article, name } = row.offence;
    if (codes.has(code)) {
      refuse(row.line, 'code', 'DUPLICATE_CODE');
      return false;
    }
    codes.add(code);
    // A code and its amended text are one law: an article of it cannot say the same twice at a time.
    const key = [penalCode.split('+')[0], article, spelling(name)].join(' ');
    const earlier = sameOffence.get(key) ?? [];
    sameOffence.set(key, [...earlier, row]);
    if (!earlier.some(({ offence }) => overlap(offence, row.offence))) return true;
    refuse(row.line, 'validFrom', 'VALIDITY_OVERLAPS');
    return false;
  });
}

function overlap(a: ListedOffence, b: ListedOffence): boolean {
  const startsIn = (first: ListedOffence, second: ListedOffence): boolean =>
    second.validFrom >= first.validFrom &&
    (first.validTo === null || second.validFrom <= first.validTo);
  return startsIn(a, b) || startsIn(b, a);
}

function problemOf({ line, cells }: ListLine, column: ListColumn, code: string): RowProblem {
  const offence = OffenceCode.safeParse(cells.code).success ? cells.code : null;
  return { line, offence, column, value: beginningOf(cells[column] ?? '', 80), code };
}

function emptyAsNull(cell: string | null, read = (text: string) => text): string | null {
  return cell === null || cell === '' ? null : read(cell);
}
