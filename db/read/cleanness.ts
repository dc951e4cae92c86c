import type { CommonQueryMethods, FragmentSqlToken } from 'slonik';
import * as z from 'zod';
import { CleanCount, CleanDay, OpenCount } from '../../domain/quality/share.ts';
import { sql } from '../sql.ts';

function ofUnit(column: FragmentSqlToken, unit: string | null): FragmentSqlToken {
  return unit === null ? sql.fragment`true` : sql.fragment`${column} = ${unit}`;
}

/** Records, clean ones and those with an open finding of each side, by department; of one or of all. */
export function countClean(unit: string | null): FragmentSqlToken {
  const side = (name: string): FragmentSqlToken => sql.fragment`bool_or(side = ${name})`;
  return sql.fragment`
    SELECT r.unit, count(*)::int AS records, (count(*) FILTER (WHERE f.subject IS NULL))::int AS clean,
      (count(*) FILTER (WHERE f.wrong))::int AS "notRight",
      (count(*) FILTER (WHERE f.incomplete))::int AS "notComplete",
      (count(*) FILTER (WHERE f.unclean))::int AS "notClean"
    FROM records r LEFT JOIN (
      SELECT subject, ${side('RIGHT')} AS wrong, ${side('COMPLETE')} AS incomplete, ${side('CLEAN')} AS unclean
      FROM findings WHERE about = 'RECORD' AND state = 'OPEN' AND ${ofUnit(sql.fragment`unit`, unit)}
      GROUP BY subject
    ) f ON f.subject = r.number
    WHERE r.book = 'PROVINCE' AND r.merged_into IS NULL AND ${ofUnit(sql.fragment`r.unit`, unit)}
    GROUP BY r.unit`;
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
      not_clean AS "notClean"
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

/** Records that changed since the rules last looked at them. */
export function countUnchecked(db: CommonQueryMethods, unit: string | null): Promise<number> {
  return db.oneFirst(sql.type(z.object({ count: z.int() }))`
    SELECT count(*)::int AS count FROM records
    WHERE book = 'PROVINCE' AND checked <> head AND ${ofUnit(sql.fragment`unit`, unit)}
  `);
}
