import { stringify } from 'csv-stringify/sync';

/** So that spreadsheet programs read the file as UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';
/** Cells that a spreadsheet would run as a formula are kept as text. */
const quoteFormula = (value: string): string => (/^[=+\-@\t\r]/u.test(value) ? `'${value}` : value);

/** Rows as lines of CSV, with a header line unless it was written before. */
export function csvLines(rows: readonly object[], header = true): string {
  return stringify([...rows], { header, cast: { string: quoteFormula } });
}
