import { MOST_FILE_ROWS } from '../domain/fileRows.ts';
import { Refused } from './refused.ts';

/** By which limit to read a list that is given out whole: a row more than a file has tells of too many. */
export const WHOLE_LIST = MOST_FILE_ROWS + 1;

/** Refuse with MORE_ROWS_THAN_A_FILE, so that nobody takes a part for the whole. */
export function refuseTooMany(rows: readonly unknown[]): void {
  if (rows.length > MOST_FILE_ROWS) throw new Refused('MORE_ROWS_THAN_A_FILE');
}
