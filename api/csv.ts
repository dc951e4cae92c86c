import type { FastifyReply } from 'fastify';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { unrun } from '../domain/listFile.ts';
import { refuseTooMany } from './wholeList.ts';

/** So that spreadsheet programs read the file as UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** A row of cells. */
export type Cells = readonly (string | number | null)[];

/** Rows of cells as lines of CSV that a spreadsheet reads and does not run. */
export function csvLines(table: readonly Cells[]): string {
  // A program that splits lines at another sign than ours would make cells of its own.
  return stringify([...table], { cast: { string: unrun }, quoted_match: /[;\t]/u });
}

/** Send rows of cells, the headings first, as a CSV file; refuses more rows than a file may have. */
export function sendCsv(
  reply: FastifyReply,
  name: string,
  [headings, ...rows]: readonly Cells[],
): FastifyReply {
  refuseTooMany(rows);
  const table = headings === undefined ? [] : [headings, ...rows];
  return asDownload(reply, name, 'text/csv').send(BYTE_ORDER_MARK + csvLines(table));
}

/** Head an answer as a file to keep, of which no cache on the way keeps a copy. */
export function asDownload(reply: FastifyReply, name: string, type: string): FastifyReply {
  return reply
    .type(`${type}; charset=utf-8`)
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'private, no-store');
}

/** A row of a file somebody sent, and its last line in that file. */
export interface CsvRow {
  record: string[];
  info: { lines: number };
}

/**
 * Rows of a CSV file, at most `most`; spreadsheets write commas, semicolons or tabs, as their country
 * has it. Throws CsvError for a file that is none.
 */
export function readCsv(text: string, most?: number): CsvRow[] {
  const heading = text.slice(0, 2_000).split(/\r?\n/u)[0] ?? '';
  const [delimiter = ','] = [',', ';', '\t'].toSorted(
    (a, b) => heading.split(b).length - heading.split(a).length,
  );
  return parse(text, {
    bom: true,
    delimiter,
    info: true,
    relaxColumnCount: true,
    skipEmptyLines: true,
    ...(most !== undefined && { to: most }),
  }) as unknown as CsvRow[];
}
