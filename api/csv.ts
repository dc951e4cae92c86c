import type { FastifyReply } from 'fastify';
import { stringify } from 'csv-stringify/sync';

/** So that spreadsheet programs read the file as UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';
/** Cells that a spreadsheet would run as a formula are kept as text. */
const quoteFormula = (value: string): string => (/^[=+\-@\t\r]/u.test(value) ? `'${value}` : value);

/** Send rows as a CSV file that a spreadsheet reads and does not run. */
export function sendCsv(
  reply: FastifyReply,
  name: string,
  rows: readonly object[],
  columns?: string[],
): FastifyReply {
  const cast = { string: quoteFormula };
  const text = stringify([...rows], { header: true, cast, ...(columns && { columns }) });
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(BYTE_ORDER_MARK + text);
}
