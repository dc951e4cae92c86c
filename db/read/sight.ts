import type { FragmentSqlToken } from 'slonik';
import { allows } from '../../domain/permission.ts';
import { type Reader, TELLING_NAME } from '../../domain/sight.ts';
import { sql } from '../sql.ts';

/** Condition that a reader may know of the clock a column names: `seesClock` in SQL. */
export function seenClock(column: FragmentSqlToken, reader: Reader): FragmentSqlToken {
  if (allows(reader, 'conviction.read')) return sql.fragment`true`;
  return sql.fragment`${column} !~ ${TELLING_NAME.source}`;
}

/** An array of units without the courts, of which only readers with `conviction.read` may know. */
export function seenUnits(column: FragmentSqlToken, reader: Reader): FragmentSqlToken {
  if (allows(reader, 'conviction.read')) return column;
  return sql.fragment`ARRAY(SELECT asked FROM unnest(${column}) AS asked
    WHERE asked NOT IN (SELECT code FROM units WHERE kind = 'COURT'))`;
}
