import type { CommonQueryMethods } from 'slonik';
import type * as z from 'zod';
import { allows } from '../../domain/permission.ts';
import { Reading, type ReadingsQuery } from '../../domain/reading.ts';
import type { Reader } from '../../domain/sight.ts';
import { sql } from '../sql.ts';
import { tellingUnits } from './sight.ts';

/** Pages that are opened of a person with convictions only. */
const TELLING_PAGES = ['found-judgments', 'known-judgments'];

/**
 * Who read a case's person, by account, page and Vietnamese day, the latest first; at most `most`. A reader without
 * `conviction.read` is not told what only a known conviction brings about: that a court looked at its question.
 */
export function listReadings(
  db: CommonQueryMethods,
  { caseId, from = '-infinity', to = 'infinity' }: ReadingsQuery & { caseId: string },
  reader: Reader,
  most: number,
): Promise<readonly z.infer<typeof Reading>[]> {
  const seen = allows(reader, 'conviction.read')
    ? sql.fragment`true`
    : sql.fragment`a.unit NOT IN ${tellingUnits} AND r.what <> ALL (${sql.array(TELLING_PAGES, 'text')})`;
  return db.any(sql.type(Reading)`
    SELECT a.id AS account, a.display_name AS name, a.title, u.name AS "unitName", r.what,
      count(*)::int AS times, min(r.at) AS first, max(r.at) AS last
    FROM read_audit r JOIN accounts a ON a.id::text = r.account JOIN units u ON u.code = a.unit
    WHERE r.case_id = ${caseId} AND vietnam_date(r.at) BETWEEN ${from}::date AND ${to}::date AND ${seen}
    GROUP BY a.id, u.name, r.what, vietnam_date(r.at)
    ORDER BY last DESC, a.id, r.what LIMIT ${most}
  `);
}
