import type { FastifyReply } from 'fastify';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { refuseTooMany } from './wholeList.ts';

/** So that spreadsheet programs read the file as UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';
/** Cells that a spreadsheet would run as a formula are kept as text. */
const quoteFormula = (value: string): string => (/^[=+\-@\t\r]/u.test(value) ? `'${value}` : value);

/** Rows as lines of CSV, with a header line unless it was written before. */
export function csvLines(rows: readonly object[], header = true, columns?: string[]): string {
  const cast = { string: quoteFormula };
  // A program that splits lines at another sign than ours would make cells of its own.
  const quoting = { quoted_match: /[;\t]/u };
  return stringify([...rows], { header, cast, ...quoting, ...(columns && { columns }) });
}

/** Send rows as a CSV file that a spreadsheet reads and does not run; refuses more than a file may have. */
export function sendCsv(
  reply: FastifyReply,
  name: string,
  rows: readonly object[],
  columns?: string[],
): FastifyReply {
  refuseTooMany(rows);
  return asDownload(reply, name, 'text/csv').send(BYTE_ORDER_MARK + csvLines(rows, true, columns));
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
