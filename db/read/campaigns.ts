import type { CommonQueryMethods, FragmentSqlToken } from 'slonik';
import * as z from 'zod';
import { CampaignLine, CampaignProgress } from '../../domain/quality/campaign.ts';
import { sql } from '../sql.ts';

const columns = sql.fragment`
  c.id, c.unit, c.name, c.rules, c.judged_from::text AS "judgedFrom", c.judged_to::text AS "judgedTo",
  c.starts_on::text AS "startsOn", c.ends_on::text AS "endsOn",
  coalesce((SELECT jsonb_agg(jsonb_build_object('source', u.source, 'unit', u.unit) ORDER BY u.source)
    FROM campaign_units u WHERE u.campaign = c.id), '[]') AS units,
  c.state, a.display_name AS "madeBy", c.made_at AS "madeAt", c.started_at AS "startedAt", c.ended_at AS "endedAt"`;
const tables = sql.fragment`campaigns c JOIN accounts a ON a.id = c.made_by`;

/** Campaigns of a department, of all where it is null, the latest first. */
export function listCampaigns(
  db: CommonQueryMethods,
  unit: string | null,
): Promise<readonly CampaignLine[]> {
  const whose = unit === null ? sql.fragment`true` : sql.fragment`c.unit = ${unit}`;
  return db.any(sql.type(CampaignLine)`
    SELECT ${columns} FROM ${tables} WHERE ${whose} ORDER BY c.made_at DESC LIMIT 500
  `);
}

export function findCampaign(db: CommonQueryMethods, id: string): Promise<CampaignLine | null> {
  return db.maybeOne(sql.type(CampaignLine)`SELECT ${columns} FROM ${tables} WHERE c.id = ${id}`);
}

/** The findings that a campaign takes when it starts: `c` is its row, `u` who is asked. */
export const takenFindings = sql.fragment`
  campaigns c JOIN findings f ON f.unit = c.unit AND f.state = 'OPEN' AND f.rule = ANY (c.rules)
    AND (c.judged_from IS NULL OR f.judged_on >= c.judged_from)
    AND (c.judged_to IS NULL OR f.judged_on <= c.judged_to)
  LEFT JOIN campaign_units u ON u.campaign = c.id AND u.source = f.source`;

/** What a prepared campaign would take, per source; nobody is asked yet. */
export function previewProgress(
  db: CommonQueryMethods,
  id: string,
): Promise<readonly CampaignProgress[]> {
  return db.any(sql.type(CampaignProgress)`
    SELECT f.source, u.unit, count(*)::int AS "all", count(*)::int AS open, 0 AS asked, 0 AS answered,
      0 AS nothing, 0 AS mended, 0 AS "setAside"
    FROM ${takenFindings} WHERE c.id = ${id} GROUP BY f.source, u.unit ORDER BY f.source
  `);
}

/** How far a campaign is, per source, by what stands now. */
export function countProgress(
  db: CommonQueryMethods,
  id: string,
): Promise<readonly CampaignProgress[]> {
  const standing = (condition: FragmentSqlToken): FragmentSqlToken =>
    sql.fragment`(count(*) FILTER (WHERE f.state = 'OPEN' AND ${condition}))::int`;
  return db.any(sql.type(CampaignProgress)`
    SELECT i.source, i.asked AS unit, count(*)::int AS "all",
      ${standing(sql.fragment`i.asked IS NULL`)} AS open,
      ${standing(sql.fragment`i.asked IS NOT NULL AND i.answered_at IS NULL`)} AS asked,
      ${standing(sql.fragment`i.answer IS NOT NULL`)} AS answered,
      ${standing(sql.fragment`i.answered_at IS NOT NULL AND i.answer IS NULL`)} AS nothing,
      (count(*) FILTER (WHERE f.state = 'MENDED'))::int AS mended,
      (count(*) FILTER (WHERE f.state = 'SET_ASIDE'))::int AS "setAside"
    FROM campaign_items i JOIN findings f ON f.id = i.finding
    WHERE i.campaign = ${id} GROUP BY i.source, i.asked ORDER BY i.source, i.asked
  `);
}

/** What came of a campaign that has ended; null while it has not. */
export function findReport(db: CommonQueryMethods, id: string): Promise<CampaignProgress[] | null> {
  const Report = z.object({ report: z.array(CampaignProgress).nullable() });
  return db.oneFirst(sql.type(Report)`SELECT report FROM campaigns WHERE id = ${id}`);
}
