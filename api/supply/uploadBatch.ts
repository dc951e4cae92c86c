import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { keepBatch, type ReadRow } from '../../db/desk/supplyBatches.ts';
import { columnsOf } from '../../db/intake/supplies.ts';
import type { Account } from '../../domain/account.ts';
import type { RowFault, SupplyUpload } from '../../domain/supply/batch.ts';
import { columnOf, readSupplyLine, type SupplyFault } from '../../domain/supply/readFile.ts';
import type { SuppliedInformation } from '../../domain/supply/information.ts';
import { beginningOf } from '../../domain/text.ts';
import { type ApiDeps, nowIso } from '../deps.ts';
import { type Checking, supplyProblems } from './checks.ts';
import { type FileLines, fileLines, type Line } from './fileLines.ts';
import { checkingFor } from './receive.ts';
import type { RowMark } from './workbook.ts';
import type { WorkbookRoom } from './workbookRoom.ts';

/** Rows read without letting other requests have their turn. */
const AT_A_TIME = 200;
const LONGEST_VALUE = 80;

interface Upload {
  bytes: Buffer;
  upload: SupplyUpload;
  key: string;
  workbooks: WorkbookRoom;
}

/**
 * Keep a file of judgments, a text or a workbook, and judge it row by row; nothing is entered by it. The same
 * file again gives the batch that is there.
 */
export async function uploadBatch(
  deps: ApiDeps,
  account: Account,
  { bytes, upload, key, workbooks }: Upload,
): Promise<string> {
  const { encoding, lines, marks } = await fileLines(deps, { bytes, upload, workbooks });
  const checking = await checkingFor(deps, account);
  const rows = await readRows(lines, marks, checking);
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

async function readRows(
  lines: readonly Line[],
  marks: FileLines['marks'],
  checking: Checking,
): Promise<ReadRow[]> {
  const seen = new Set<string>();
  const rows: ReadRow[] = [];
  for (const [index, line] of lines.entries()) {
    if (index % AT_A_TIME === 0) await breathe();
    rows.push(rowOf(line, marks.get(line.line), checking, seen));
  }
  return rows;
}

function rowOf(
  line: Line,
  mark: RowMark | undefined,
  checking: Checking,
  seen: Set<string>,
): ReadRow {
  const { cells } = line;
  const row = {
    line: line.line,
    personName: beginningOf(cells.fullName ?? '', LONGEST_VALUE),
    number: beginningOf(cells.number ?? '', LONGEST_VALUE),
  };
  const read =
    mark === undefined
      ? readSupplyLine(line, checking.today)
      : { faults: [{ column: 'note' as const, code: mark }] };
  const faults =
    'supply' in read
      ? [...judged(read.supply, checking), ...repeated(read.supply, seen)]
      : read.faults;
  const problems = faults.map(({ column, code }): RowFault => {
    return { column, code, value: beginningOf(cells[column] ?? '', LONGEST_VALUE) };
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
