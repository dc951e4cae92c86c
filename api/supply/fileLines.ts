import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listOffences, releaseInForce } from '../../db/read/catalogue.ts';
import { DATA } from '../../db/reference.ts';
import { vocabularyOf } from '../../domain/offence/encodings.ts';
import { type FileFormat, MOST_ROWS, type SupplyUpload } from '../../domain/supply/batch.ts';
import { SUPPLY_COLUMNS, SUPPLY_HEAD, type SupplyColumn } from '../../domain/supply/readFile.ts';
import { type TableLine, tableLines } from '../../domain/tableLines.ts';
import { JUDGMENT_FILES } from '../../domain/uploads.ts';
import { type CsvRow, readCsv } from '../csv.ts';
import type { ApiDeps } from '../deps.ts';
import { listText } from '../listText.ts';
import { Refused } from '../refused.ts';
import { isArchive, isCompoundFile, type RowMark } from './workbook.ts';
import type { WorkbookRoom } from './workbookRoom.ts';

const BREAKS = 3 * MOST_ROWS;

export type Line = TableLine<SupplyColumn>;

export interface FileLines {
  encoding: FileFormat;
  lines: Line[];
  /** What is wrong with a line as it stands in a sheet. */
  marks: ReadonlyMap<number, RowMark>;
}

/** The lines of a file of judgments, a text in any encoding or a workbook; refuses what cannot be read. */
export async function fileLines(
  deps: ApiDeps,
  { bytes, upload, workbooks }: { bytes: Buffer; upload: SupplyUpload; workbooks: WorkbookRoom },
): Promise<FileLines> {
  if (isCompoundFile(bytes)) throw new Refused('SUPPLY_WORKBOOK_LOCKED');
  if (!isArchive(bytes)) {
    const { encoding, text } = await listText(bytes, upload.encoding, () => supplyVocabulary(deps));
    return { encoding, lines: linesOf(text), marks: new Map() };
  }
  if (bytes.length > JUDGMENT_FILES['.xlsx']) throw new Refused('SUPPLY_WORKBOOK_TOO_LARGE');
  const { records, numbers, marks } = await workbooks.read(bytes);
  return { encoding: 'XLSX', lines: understood(records, numbers), marks };
}

function linesOf(text: string): Line[] {
  // Counted before anything is read; a cell may hold breaks of its own.
  if (text.split('\n', BREAKS + 1).length > BREAKS) throw new Refused('SUPPLY_FILE_TOO_LONG');
  const records = recordsOf(text);
  if (records.length > MOST_ROWS + 1) throw new Refused('SUPPLY_FILE_TOO_LONG');
  return understood(
    records.map(({ record }) => record),
    records.map(({ info }) => info.lines),
  );
}

function understood(records: readonly string[][], numbers: readonly number[]): Line[] {
  if (records.length === 0) throw new Refused('SUPPLY_FILE_EMPTY');
  const lines = tableLines<SupplyColumn>(SUPPLY_HEAD, records, numbers);
  if (lines === null) throw new Refused('SUPPLY_FILE_UNREADABLE');
  if (lines.length === 0) throw new Refused('SUPPLY_FILE_EMPTY');
  return lines;
}

function recordsOf(text: string): CsvRow[] {
  try {
    return readCsv(text, MOST_ROWS + 2);
  } catch (cause) {
    throw new Refused('SUPPLY_FILE_UNREADABLE', [], { cause });
  }
}

const WORD_FILES = ['family-names', 'middle-names', 'given-names', 'provinces', 'communes-2025'];
let words: Promise<ReadonlySet<string>> | null = null;

/** Words that files of suppliers are made of: offences, names of people and places, our own headings. */
export function supplyVocabulary(deps: ApiDeps): Promise<ReadonlySet<string>> {
  words ??= readVocabulary(deps).catch((error: unknown) => {
    words = null;
    throw error;
  });
  return words;
}

async function readVocabulary(deps: ApiDeps): Promise<ReadonlySet<string>> {
  const texts = WORD_FILES.map((name) => readFile(join(DATA, `${name}.csv`), 'utf8'));
  const { id } = await releaseInForce(deps.pool);
  const offences = (await listOffences(deps.pool, id)).map(({ name }) => name);
  const headings = Object.values(SUPPLY_COLUMNS).flat();
  return vocabularyOf([...offences, ...headings, ...(await Promise.all(texts)), COURT_WORDS]);
}

const COURT_WORDS = `Tòa án nhân dân quận huyện thị xã thành phố tỉnh phường đường phố Khoản Điều Bộ luật Hình sự
  tháng năm tù cho hưởng án treo phạt tiền đồng cải tạo không giam giữ Nam Nữ`;
