import type { Reading } from '../../domain/reading.ts';
import { sql } from '../../db/sql.ts';
import type { Office } from './office.ts';

/** As if everything noted so far had been read some minutes earlier. */
export async function minutesLater(office: Office, minutes: number): Promise<void> {
  await office.db.query(sql.typeAlias('void')`
    UPDATE read_audit SET at = at - make_interval(mins => ${minutes}), last_at = last_at - make_interval(mins => ${minutes})
  `);
}

/** The readings that somebody is told of at a path of the API. */
export async function listedFor(
  office: Office,
  username: string,
  path: string,
): Promise<Reading[]> {
  return (await (await office.as(username)).must('GET', path)).readings;
}

/** Of each reading who read and what. */
export function said(readings: Reading[]): string[][] {
  return readings.map(({ readerName, what }) => [readerName ?? '', what]);
}
