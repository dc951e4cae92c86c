import type { CommonQueryMethods } from 'slonik';
import * as z from 'zod';
import { ShareItem, ShareLine, type SharePageQuery } from '../../domain/quality/campaign.ts';
import { sql } from '../sql.ts';

/** Running campaigns in which a unit is asked, the soonest to end first. */
export function listShares(
  db: CommonQueryMethods,
  unit: string,
): Promise<readonly z.infer<typeof ShareLine>[]> {
  return db.any(sql.type(ShareLine)`
    SELECT c.id, c.name, d.name AS department, c.ends_on::text AS "endsOn",
      (count(*) FILTER (WHERE i.answered_at IS NULL AND f.state = 'OPEN'))::int AS asked,
      count(i.answered_at)::int AS answered
    FROM campaign_items i JOIN campaigns c ON c.id = i.campaign JOIN units d ON d.code = c.unit
      JOIN findings f ON f.id = i.finding
    WHERE i.asked = ${unit} AND c.state = 'RUNNING'
    GROUP BY c.id, d.name ORDER BY c.ends_on, c.id
  `);
}

/** What a unit is asked in a running campaign, or what it answered, cut to its page. */
export async function listShareItems(
  db: CommonQueryMethods,
  { campaign, unit }: { campaign: string; unit: string },
  { state, page, limit }: SharePageQuery,
): Promise<{ items: readonly ShareItem[]; total: number }> {
  const which =
    state === 'ASKED'
      ? sql.fragment`i.answered_at IS NULL AND f.state = 'OPEN'`
      : sql.fragment`i.answered_at IS NOT NULL`;
  const found = sql.fragment`
    FROM campaign_items i JOIN findings f ON f.id = i.finding
    WHERE i.campaign = ${campaign} AND i.asked = ${unit} AND ${which}`;
  const total = await db.oneFirst(
    sql.type(z.object({ count: z.int() }))`SELECT count(*)::int AS count ${found}`,
  );
  const items = await db.any(sql.type(ShareItem)`
    WITH shown AS (
      SELECT f.*, i.answer, i.answered_at ${found}
      ORDER BY f.folded_name, f.id LIMIT ${limit} OFFSET ${(page - 1) * limit}
    )
    SELECT f.id AS finding, f.rule, f.person_name AS "personName",
      coalesce(r.birth_date, s.birth_date, '') AS "birthDate",
      CASE WHEN f.about = 'SUPPLY' THEN
        jsonb_build_object('number', s.number, 'date', s.issued_on::text, 'issuer', s.body ->> 'issuedBy')
      ELSE (SELECT jsonb_build_object('number', j ->> 'number', 'date', j ->> 'date', 'issuer', j ->> 'court')
        FROM jsonb_array_elements(h.body -> 'judgments') AS j WHERE j ->> 'ref' = f.place)
      END AS paper, f.answer, f.answered_at AS "answeredAt"
    FROM shown f
      LEFT JOIN records r ON f.about = 'RECORD' AND r.book = 'PROVINCE' AND r.number = f.subject
      LEFT JOIN record_versions h ON h.book = r.book AND h.number = r.number AND h.version = r.head
      LEFT JOIN supplies s ON s.id = CASE WHEN f.about = 'SUPPLY' THEN f.subject::uuid END
    ORDER BY f.folded_name, f.id
  `);
  return { items, total };
}
