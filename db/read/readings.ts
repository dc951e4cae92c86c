import type { CommonQueryMethods } from 'slonik';
import type * as z from 'zod';
import { allows } from '../../domain/permission.ts';
import { Reading, type ReadingsQuery } from '../../domain/reading.ts';
import type { Reader } from '../../domain/sight.ts';
import { sql } from '../sql.ts';
import { tellingUnits } from './sight.ts';

/** Pages that are read of anybody; of the others some are opened only where a conviction is known. */
const ORDINARY_PAGES = [
  'case',
  'events',
  'time',
  'deadline',
  'disputes',
  'holdings',
  'readings',
  'worklist',
  'receipt',
  'refusal',
  'certificate',
  'receiver',
  'letter',
  'letters',
  'desk',
];

/**
 * Who read a case's person, by account, page and Vietnamese day, the latest first; at most `most`. A reader without
 * `conviction.read` is told of ordinary pages only, and of no court: what a known conviction brings about tells of it.
 */
export function listReadings(
  db: CommonQueryMethods,
  { caseId, from = '-infinity', to = 'infinity' }: ReadingsQuery & { caseId: string },
  reader: Reader,
  most: number,
): Promise<readonly z.infer<typeof Reading>[]> {
  const seen = allows(reader, 'conviction.read')
    ? sql.fragment`true`
    : sql.fragment`a.unit NOT IN ${tellingUnits} AND split_part(r.what, '.', 1) = ANY (${sql.array(ORDINARY_PAGES, 'text')})`;
  return db.any(sql.type(Reading)`
    SELECT a.id AS account, a.display_name AS name, a.title, u.name AS "unitName", r.what,
      count(*)::int AS times, min(r.at) AS first, max(r.at) AS last
    FROM read_audit r JOIN accounts a ON a.id::text = r.account JOIN units u ON u.code = a.unit
    WHERE r.case_id = ${caseId} AND vietnam_date(r.at) BETWEEN ${from}::date AND ${to}::date AND ${seen}
    GROUP BY a.id, u.name, r.what, vietnam_date(r.at)
    ORDER BY last DESC, a.id, r.what LIMIT ${most}
  `);
}
