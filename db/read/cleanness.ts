import type { CommonQueryMethods, FragmentSqlToken } from 'slonik';
import * as z from 'zod';
import { CleanCount, CleanDay, OpenCount } from '../../domain/quality/share.ts';
import { sql } from '../sql.ts';
import { type Due, dueRecords } from './qualityFacts.ts';

function ofUnit(column: FragmentSqlToken, unit: string | null): FragmentSqlToken {
  return unit === null ? sql.fragment`true` : sql.fragment`${column} = ${unit}`;
}

const goneRecords = sql.fragment`
  SELECT number, unit FROM records WHERE book = 'PROVINCE' AND merged_into IS NOT NULL
  UNION SELECT number, unit FROM records WHERE book = 'PROVINCE' AND abandoned_at IS NOT NULL`;

/**
 * Records, clean ones and those with an open finding of each side, by department; of one or of all. What was
 * merged away or given up is no record any more, and has no open finding once it was looked at.
 */
export function countClean(unit: string | null): FragmentSqlToken {
  const side = (name: string): FragmentSqlToken => sql.fragment`bool_or(side = ${name})`;
  const mine = ofUnit(sql.fragment`unit`, unit);
  return sql.fragment`
    SELECT b.unit, (b.entered - coalesce(g.gone, 0))::int AS records,
      greatest(b.entered - coalesce(g.gone, 0) - coalesce(f.subjects, 0), 0)::int AS clean,
      coalesce(f.wrong, 0)::int AS "notRight", coalesce(f.incomplete, 0)::int AS "notComplete",
      coalesce(f.unclean, 0)::int AS "notClean"
    FROM (
      SELECT unit, count(*) AS entered FROM records WHERE book = 'PROVINCE' AND ${mine} GROUP BY unit
    ) b LEFT JOIN (
      SELECT unit, count(*) AS gone FROM (${goneRecords}) r WHERE ${mine} GROUP BY unit
    ) g USING (unit) LEFT JOIN (
      SELECT unit, count(*) AS subjects, count(*) FILTER (WHERE wrong) AS wrong,
        count(*) FILTER (WHERE incomplete) AS incomplete, count(*) FILTER (WHERE unclean) AS unclean
      FROM (
        SELECT unit, subject, ${side('RIGHT')} AS wrong, ${side('COMPLETE')} AS incomplete,
          ${side('CLEAN')} AS unclean
        FROM findings WHERE about = 'RECORD' AND state = 'OPEN' AND ${mine} GROUP BY unit, subject
      ) s GROUP BY unit
    ) f USING (unit)`;
}

export function readCleanNow(
  db: CommonQueryMethods,
  unit: string | null,
): Promise<readonly CleanCount[]> {
  return db.any(sql.type(CleanCount)`${countClean(unit)} ORDER BY unit`);
}

/** How clean the books were on the days since one. */
export function readCleanDays(
  db: CommonQueryMethods,
  unit: string | null,
  since: string,
): Promise<readonly CleanDay[]> {
  return db.any(sql.type(CleanDay)`
    SELECT unit, day::text, records, clean, not_right AS "notRight", not_complete AS "notComplete",
      not_clean AS "notClean", rules_version AS "rulesVersion"
    FROM clean_days WHERE day >= ${since}::date AND ${ofUnit(sql.fragment`unit`, unit)} ORDER BY day, unit
  `);
}

/** What is open or set aside, by rule and source. */
export function readOpenCounts(
  db: CommonQueryMethods,
  unit: string | null,
): Promise<readonly z.infer<typeof OpenCount>[]> {
  return db.any(sql.type(OpenCount)`
    SELECT rule, side, source, (count(*) FILTER (WHERE state = 'OPEN'))::int AS open,
      (count(*) FILTER (WHERE state = 'SET_ASIDE'))::int AS "setAside"
    FROM findings WHERE state <> 'MENDED' AND ${ofUnit(sql.fragment`unit`, unit)}
    GROUP BY rule, side, source
  `);
}

/** Records at which the rules have to look. */
export function countDue(db: CommonQueryMethods, unit: string | null, due: Due): Promise<number> {
  const ways = dueRecords(due, sql.fragment`AND ${ofUnit(sql.fragment`unit`, unit)}`);
  return db.oneFirst(sql.type(z.object({ count: z.int() }))`
    SELECT count(*)::int AS count FROM (${sql.join(ways, sql.fragment` UNION `)}) AS w
  `);
}
