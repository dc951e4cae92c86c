import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { keepBatch, type ReadRow } from '../../db/desk/supplyBatches.ts';
import { columnsOf } from '../../db/intake/supplies.ts';
import { listOffences, releaseInForce } from '../../db/read/catalogue.ts';
import { DATA } from '../../db/reference.ts';
import type { Account } from '../../domain/account.ts';
import { vocabularyOf } from '../../domain/offence/encodings.ts';
import { MOST_ROWS, type RowFault, type SupplyUpload } from '../../domain/supply/batch.ts';
import {
  columnOf,
  readSupplyLine,
  SUPPLY_COLUMNS,
  SUPPLY_HEAD,
  type SupplyColumn,
  type SupplyFault,
} from '../../domain/supply/readFile.ts';
import type { SuppliedInformation } from '../../domain/supply/information.ts';
import { type TableLine, tableLines } from '../../domain/tableLines.ts';
import { type CsvRow, readCsv } from '../csv.ts';
import { type ApiDeps, nowIso } from '../deps.ts';
import { listText } from '../listText.ts';
import { Refused } from '../refused.ts';
import { type Checking, supplyProblems } from './checks.ts';
import { checkingFor } from './receive.ts';

/** Rows read without letting other requests have their turn. */
const AT_A_TIME = 200;
const LONGEST_VALUE = 80;
const BREAKS = 3 * MOST_ROWS;

type Line = TableLine<SupplyColumn>;

/**
 * Keep a file of judgments and judge it row by row; nothing is entered by it. The same file again gives
 * the batch that is there.
 */
export async function uploadBatch(
  deps: ApiDeps,
  account: Account,
  { bytes, upload, key }: { bytes: Buffer; upload: SupplyUpload; key: string },
): Promise<string> {
  const { encoding, text } = await listText(bytes, upload.encoding, () => vocabulary(deps));
  const checking = await checkingFor(deps, account);
  const rows = await readRows(linesOf(text), checking);
  const { unit, id: by } = account;
  return keepBatch(deps.pool, {
    id: key,
    unit,
    fileName: upload.name,
    encoding,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    file: bytes,
    by,
    at: nowIso(deps),
    rows,
  });
}

function linesOf(text: string): Line[] {
  // Counted before anything is read; a cell may hold breaks of its own.
  if (text.split('\n', BREAKS + 1).length > BREAKS) throw new Refused('SUPPLY_FILE_TOO_LONG');
  const records = recordsOf(text);
  if (records.length > MOST_ROWS + 1) throw new Refused('SUPPLY_FILE_TOO_LONG');
  const lines = tableLines<SupplyColumn>(
    SUPPLY_HEAD,
    records.map(({ record }) => record),
    records.map(({ info }) => info.lines),
  );
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

async function readRows(lines: readonly Line[], checking: Checking): Promise<ReadRow[]> {
  const seen = new Set<string>();
  const rows: ReadRow[] = [];
  for (const [index, line] of lines.entries()) {
    if (index % AT_A_TIME === 0) await breathe();
    rows.push(rowOf(line, checking, seen));
  }
  return rows;
}

function rowOf(line: Line, checking: Checking, seen: Set<string>): ReadRow {
  const { cells } = line;
  const row = {
    line: line.line,
    personName: (cells.fullName ?? '').slice(0, LONGEST_VALUE),
    number: (cells.number ?? '').slice(0, LONGEST_VALUE),
  };
  const read = readSupplyLine(line, checking.today);
  const faults =
    'supply' in read
      ? [...judged(read.supply, checking), ...repeated(read.supply, seen)]
      : read.faults;
  const problems = faults.map(({ column, code }): RowFault => {
    return { column, code, value: (cells[column] ?? '').slice(0, LONGEST_VALUE) };
  });
  return {
    ...row,
    problems,
    supply: 'supply' in read && problems.length === 0 ? read.supply : null,
  };
}

function judged(supply: SuppliedInformation, checking: Checking): SupplyFault[] {
  return supplyProblems(supply, checking).map(({ path, code }) => {
    return { column: columnOf(path.split('.')), code };
  });
}

/** The same paper about the same person, further up in the file. */
function repeated(supply: SuppliedInformation, seen: Set<string>): SupplyFault[] {
  const { supplierKind, supplierKey, kind, numberKey, issuedOn, foldedName, birthDate } =
    columnsOf(supply);
  const key = [supplierKind, supplierKey, kind, numberKey, issuedOn, foldedName, birthDate].join(
    ' ',
  );
  if (seen.has(key)) return [{ column: 'number', code: 'ALREADY_RECEIVED' }];
  seen.add(key);
  return [];
}

const WORD_FILES = ['family-names', 'middle-names', 'given-names', 'provinces', 'communes-2025'];
let words: Promise<ReadonlySet<string>> | null = null;

/** Words that files of judgments are made of: offences, names of people and places, our own headings. */
function vocabulary(deps: ApiDeps): Promise<ReadonlySet<string>> {
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
