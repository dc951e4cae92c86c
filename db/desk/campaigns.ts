import type { CommonQueryMethods, DatabasePool } from 'slonik';
import * as z from 'zod';
import type { CampaignBody, CampaignProgress } from '../../domain/quality/campaign.ts';
import type { SourceAnswer } from '../../domain/quality/finding.ts';
import { countProgress, takenFindings } from '../read/campaigns.ts';
import { sql } from '../sql.ts';

interface Making {
  id: string;
  unit: string;
  by: string;
  at: string;
}

/** Keep a campaign that is prepared; the same id again changes nothing. */
export async function keepCampaign(
  pool: DatabasePool,
  { id, unit, by, at }: Making,
  { name, rules, judgedFrom, judgedTo, startsOn, endsOn, units }: CampaignBody,
): Promise<void> {
  await pool.transaction(async (db) => {
    const { rowCount } = await db.query(sql.typeAlias('void')`
      INSERT INTO campaigns (id, unit, name, rules, judged_from, judged_to, starts_on, ends_on, made_by, made_at)
      VALUES (${id}, ${unit}, ${name}, ${sql.array([...rules], 'text')}, ${judgedFrom}::date, ${judgedTo}::date,
        ${startsOn}::date, ${endsOn}::date, ${by}, ${at})
      ON CONFLICT (id) DO NOTHING
    `);
    if (rowCount === 0) return;
    await db.query(sql.typeAlias('void')`
      INSERT INTO campaign_units (campaign, source, unit)
      SELECT ${id}, u.source, u.unit
      FROM jsonb_to_recordset(${JSON.stringify(units)}::jsonb) AS u (source text, unit text)
    `);
  });
}

/** Start a prepared campaign with the findings that stand now: how many it took, null when it is not prepared. */
export function startCampaign(pool: DatabasePool, id: string, at: string): Promise<number | null> {
  return pool.transaction(async (db) => {
    const { rowCount } = await db.query(sql.typeAlias('void')`
      UPDATE campaigns SET state = 'RUNNING', started_at = ${at} WHERE id = ${id} AND state = 'PREPARED'
    `);
    if (rowCount === 0) return null;
    const taken = await db.query(sql.typeAlias('void')`
      INSERT INTO campaign_items (campaign, finding, source, asked)
      SELECT c.id, f.id, f.source, u.unit FROM ${takenFindings} WHERE c.id = ${id}
    `);
    return taken.rowCount;
  });
}

/** End a running campaign with its report; false when it does not run. */
export function endCampaign(
  pool: DatabasePool,
  { id, by, at }: Pick<Making, 'id' | 'by' | 'at'>,
): Promise<boolean> {
  return pool.transaction(async (db) => {
    // Held before it is counted: answers under way are in the report, later ones are not taken.
    const held = await db.any(sql.type(z.object({ id: z.string() }))`
      SELECT id FROM campaigns WHERE id = ${id} AND state = 'RUNNING' FOR UPDATE
    `);
    if (held.length === 0) return false;
    const report: readonly CampaignProgress[] = await countProgress(db, id);
    await db.query(sql.typeAlias('void')`
      UPDATE campaigns SET state = 'ENDED', ended_by = ${by}, ended_at = ${at},
        report = ${JSON.stringify(report)}::jsonb
      WHERE id = ${id}
    `);
    return true;
  });
}

interface Answering {
  campaign: string;
  finding: number;
  unit: string;
  /** Null: the unit has nothing. */
  answer: SourceAnswer | null;
  by: string;
  at: string;
}

/** Note what an asked unit answered, the last answer stands; false when it is not asked, or no longer. */
export async function answerItem(
  db: CommonQueryMethods,
  { campaign, finding, unit, answer, by, at }: Answering,
): Promise<boolean> {
  const kept = answer === null ? null : JSON.stringify(answer);
  const { rowCount } = await db.query(sql.typeAlias('void')`
    UPDATE campaign_items i SET answer = ${kept}::jsonb, answered_by = ${by}, answered_at = ${at}
    FROM (SELECT id FROM campaigns WHERE id = ${campaign} AND state = 'RUNNING' FOR SHARE) c, findings f
    WHERE i.campaign = ${campaign} AND i.finding = ${finding} AND i.asked = ${unit}
      AND c.id = i.campaign AND f.id = i.finding AND f.state = 'OPEN'
  `);
  return rowCount === 1;
}
