import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { CsvError, type Info, parse } from 'csv-parse';
import { stringify } from 'csv-stringify';
import { dueText } from './answer.ts';
import { BadQuestion } from './badQuestion.ts';
import type { CalendarFile } from './lawFiles.ts';
import { readInstant } from './localTime.ts';
import { readBudget } from './terms.ts';

interface Parsed {
  record: string[];
  info: Info;
}

/**
 * Print a CSV file with a column `due` added, from its columns `from`, `amount` and `unit`; the others
 * are kept. A bad row stays with an empty `due` and is told by its line and reason; gives how many
 * were bad. Throws BadQuestion when the file cannot be read or lacks a column.
 */
export async function answerBatch(
  path: string,
  calendar: CalendarFile,
  { out, complain }: { out: NodeJS.WritableStream; complain: (sentence: string) => void },
): Promise<number> {
  let bad = 0;
  async function* withDue(rows: AsyncIterable<Parsed>): AsyncGenerator<string[]> {
    let columns: Columns | null = null;
    for await (const { record, info } of rows) {
      if (columns === null) {
        columns = columnsOf(record, basename(path));
        yield [...record, 'due'];
        continue;
      }
      const due = dueOfRow(record, columns, calendar);
      if (due instanceof BadQuestion) {
        bad += 1;
        complain(`line ${firstLineOf({ record, info })}: ${due.message}`);
      }
      const missing = Math.max(0, columns.count - record.length);
      yield [...record, ...Array<string>(missing).fill(''), due instanceof BadQuestion ? '' : due];
    }
    if (columns === null) throw new BadQuestion(`The file ${path} is empty.`);
  }
  const read = parse({ bom: true, info: true, relax_column_count: true, skip_empty_lines: true });
  try {
    await pipeline(createReadStream(path), read, withDue, stringify(), out, { end: false });
  } catch (error) {
    throw readable(error, path);
  }
  return bad;
}

interface Columns {
  from: number;
  amount: number;
  unit: number;
  count: number;
}

function columnsOf(header: readonly string[], file: string): Columns {
  const names = header.map((name) => name.trim());
  if (names.includes('due')) throw new BadQuestion(`${file} has a column due already.`);
  const placeOf = (name: string): number => {
    const place = names.indexOf(name);
    if (place >= 0) return place;
    throw new BadQuestion(`${file} has no column "${name}": it needs from, amount and unit.`);
  };
  return {
    from: placeOf('from'),
    amount: placeOf('amount'),
    unit: placeOf('unit'),
    count: names.length,
  };
}

function dueOfRow(
  record: readonly string[],
  { from, amount, unit, count }: Columns,
  calendar: CalendarFile,
): string | BadQuestion {
  const cell = (place: number): string => (record[place] ?? '').trim();
  try {
    if (record.length !== count) {
      throw new BadQuestion(`${record.length} cells where the header has ${count}.`);
    }
    const term = readBudget(cell(amount), cell(unit));
    return dueText(readInstant(cell(from)), term, calendar);
  } catch (error) {
    if (error instanceof BadQuestion) return error;
    throw error;
  }
}

/** The parser tells the line on which a record ends; a quoted cell may hold several lines. */
function firstLineOf({ record, info }: Parsed): number {
  return info.lines - record.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);
}

function readable(error: unknown, path: string): unknown {
  if (error instanceof CsvError)
    return new BadQuestion(`${path} is no CSV file: ${error.message}.`);
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return new BadQuestion(`There is no file ${path}.`);
  if (code === 'EISDIR' || code === 'EACCES') return new BadQuestion(`${path} cannot be read.`);
  return error;
}
