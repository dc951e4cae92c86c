import type * as z from 'zod';
import { LIST_HEAD, readListLine } from '../../domain/exchange/supplierList.ts';
import type { PaperKnown } from '../../domain/exchange/reconciliation.ts';
import { MOST_ROWS, type SupplyUpload } from '../../domain/supply/batch.ts';
import { tableLines } from '../../domain/tableLines.ts';
import { type CsvRow, readCsv } from '../csv.ts';
import type { ApiDeps } from '../deps.ts';
import { listText } from '../listText.ts';
import { type FieldProblem, Refused } from '../refused.ts';
import { supplyVocabulary } from '../supply/fileLines.ts';

/** Name and encoding of a supplier's list, as of its files of judgments. */
export type ListUpload = z.infer<typeof SupplyUpload>;

/**
 * What a supplier says it sent. One faulty line refuses the list, every such line named as
 * `lines.<line>.<column>`: a list with holes would find differences that are none.
 */
export async function readSupplierList(
  deps: ApiDeps,
  bytes: Buffer,
  { encoding }: ListUpload,
): Promise<PaperKnown[]> {
  const { text } = await listText(bytes, encoding, () => supplyVocabulary(deps));
  const records = recordsOf(text);
  if (records.length > MOST_ROWS + 1) throw new Refused('SUPPLY_FILE_TOO_LONG');
  if (records.length === 0) throw new Refused('SUPPLY_FILE_EMPTY');
  const lines = tableLines(
    LIST_HEAD,
    records.map(({ record }) => record),
    records.map(({ info }) => info.lines),
  );
  if (lines === null) throw new Refused('SUPPLY_FILE_UNREADABLE');
  const problems: FieldProblem[] = [];
  const papers: PaperKnown[] = [];
  for (const line of lines) {
    const read = readListLine(line);
    if ('paper' in read) papers.push(read.paper);
    else {
      for (const { column, code } of read.faults) {
        problems.push({ path: `lines.${line.line}.${column}`, code });
      }
    }
  }
  if (problems.length > 0) throw new Refused('INVALID_INPUT', problems.slice(0, 200));
  return papers;
}

function recordsOf(text: string): CsvRow[] {
  try {
    return readCsv(text, MOST_ROWS + 2);
  } catch (cause) {
    throw new Refused('SUPPLY_FILE_UNREADABLE', [], { cause });
  }
}
