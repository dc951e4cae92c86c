import { unzipSync } from 'fflate';
import { type Cell, type CellValue, readXlsx, type Sheet } from 'hucre/xlsx';
import { MOST_ROWS } from '../../domain/supply/batch.ts';
import type { RefusalCode } from '../../domain/refusal.ts';

/** Bytes of a workbook unpacked: twenty thousand long rows need a tenth of it, a zip bomb much more. */
const MOST_UNPACKED = 300_000_000;
const MOST_PARTS = 2_000;
/** Empty lines between the rows are passed over, up to so many lines. */
const MOST_LINES = 3 * MOST_ROWS;

/** Why nobody may have seen what a row of a sheet says, or where it belongs. */
export type RowMark = 'MERGED_CELL' | 'HIDDEN_ROW';

/** The one visible sheet with rows, as cells of text; formulas as the sheet would run them. */
export interface SheetRead {
  records: string[][];
  /** On which line of the sheet each record stands. */
  numbers: number[];
  marks: ReadonlyMap<number, RowMark>;
}

/** Whether bytes are a zip archive, as workbooks are. */
export function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/** Whether bytes are a compound file: a workbook of before 2007, or one with a password. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, at) => bytes[at] === byte);
}

/** Read a workbook, or say why it is refused. Hidden sheets are not read. */
export async function readWorkbook(bytes: Uint8Array): Promise<SheetRead | RefusalCode> {
  try {
    if (!isUnpackable(bytes)) return 'SUPPLY_WORKBOOK_TOO_LARGE';
    const visible = { sheets: isShown, maxRows: MOST_LINES };
    const { sheets } = await readXlsx(bytes, visible);
    const filled = sheets.filter(({ rows }) => rows.some(hasContent));
    if (filled.length > 1) return 'SUPPLY_WORKBOOK_SHEETS';
    const [sheet] = filled;
    return sheet === undefined ? 'SUPPLY_FILE_EMPTY' : recordsOf(sheet);
  } catch {
    // What the library says of a broken file quotes it.
    return 'SUPPLY_FILE_UNREADABLE';
  }
}

function isShown({ hidden, veryHidden }: { hidden?: boolean; veryHidden?: boolean }): boolean {
  return hidden !== true && veryHidden !== true;
}

/** By what its directory says, before anything is unpacked; the reader unpacks no more than that. */
function isUnpackable(bytes: Uint8Array): boolean {
  let parts = 0;
  let unpacked = 0;
  unzipSync(bytes, {
    filter: ({ size, originalSize }) => {
      parts += 1;
      // A part that does not say its size would be unpacked without a limit.
      unpacked += size > 0 && originalSize === 0 ? Number.POSITIVE_INFINITY : originalSize;
      return false;
    },
  });
  return parts <= MOST_PARTS && unpacked <= MOST_UNPACKED;
}

function recordsOf(sheet: Sheet): SheetRead | RefusalCode {
  const marks = marksOf(sheet);
  const records: string[][] = [];
  const numbers: number[] = [];
  for (const [at, row] of sheet.rows.entries()) {
    if (!hasContent(row)) continue;
    if (records.length > MOST_ROWS) return 'SUPPLY_FILE_TOO_LONG';
    records.push(row.map((value, column) => textOf(value, sheet.cells?.get(`${at},${column}`))));
    numbers.push(at + 1);
  }
  return { records, numbers, marks };
}

function hasContent(row: readonly CellValue[]): boolean {
  return row.some((value) => value !== null && value !== '');
}

function marksOf({ rowDefs, merges }: Sheet): Map<number, RowMark> {
  const marks = new Map<number, RowMark>();
  for (const { startRow, endRow } of merges ?? []) {
    for (let at = startRow; at <= Math.min(endRow, MOST_LINES); at += 1) {
      marks.set(at + 1, 'MERGED_CELL');
    }
  }
  for (const [at, { hidden }] of rowDefs ?? [])
    if (hidden === true) marks.set(at + 1, 'HIDDEN_ROW');
  return marks;
}

/** A cell as somebody would have typed it; a formula and its errors as the formula, never as its result. */
function textOf(value: CellValue, cell: Cell | undefined): string {
  if (cell?.formula !== undefined) return `=${cell.formula}`;
  if (cell?.type === 'error') return `=${String(value)}`;
  if (value instanceof Date) return dateText(value);
  return value === null ? '' : String(value);
}

function dateText(date: Date): string {
  const [year, month, day] = date.toISOString().slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}
