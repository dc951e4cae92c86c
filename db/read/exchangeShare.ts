import type { CommonQueryMethods } from 'slonik';
import { ShareLine } from '../../domain/exchange/share.ts';
import { sql } from '../sql.ts';

/**
 * Electronic and all transfers of a year by province and quarter (Vietnamese days); of one unit where
 * it is named. A paper without an electronic copy is its record number's province's.
 */
export function readShare(
  db: CommonQueryMethods,
  year: number,
  unit: string | null,
): Promise<readonly ShareLine[]> {
  const from = `${year}-01-01T00:00:00+07:00`;
  const to = `${year + 1}-01-01T00:00:00+07:00`;
  return db.any(sql.type(ShareLine)`
    WITH sent AS (
      SELECT c.unit, min(e.at) AS at, true AS electronic
      FROM case_events e JOIN cases c USING (case_id)
      WHERE c.kind = 'TRANSFER' AND e.act = 'send'
      GROUP BY c.case_id, c.unit
    ), paper AS (
      SELECT u.code AS unit, a.arrived_at AS at, false AS electronic
      FROM paper_arrivals a
        JOIN units u ON u.kind = 'STP' AND a.record_number LIKE u.province_code || u.prefix || '2%'
      WHERE NOT EXISTS (SELECT FROM case_events e JOIN cases c USING (case_id)
        WHERE c.kind = 'TRANSFER' AND e.act = 'send' AND c.state ->> 'recordNumber' = a.record_number
          AND (a.transfer_number IS NULL OR c.case_id = a.transfer_number))
    )
    SELECT x.unit, u.name AS "unitName", ${year}::int AS year,
      extract(quarter FROM x.at AT TIME ZONE 'UTC' + interval '7 hours')::int AS quarter,
      (count(*) FILTER (WHERE x.electronic))::int AS electronic, count(*)::int AS "all"
    FROM (SELECT * FROM sent UNION ALL SELECT * FROM paper) x JOIN units u ON u.code = x.unit
    WHERE x.at >= ${from} AND x.at < ${to} AND (${unit}::text IS NULL OR x.unit = ${unit})
    GROUP BY 1, 2, 4 ORDER BY 2, 4
  `);
}
