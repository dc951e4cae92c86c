import type { FragmentSqlToken } from 'slonik';
import { TELLING_KINDS } from '../../domain/flow/verification.ts';
import { allows } from '../../domain/permission.ts';
import { type Reader, TELLING_NAME } from '../../domain/sight.ts';
import { sql } from '../sql.ts';

/** Condition that a reader may know of the clock, the question or the message about it that a column names. */
export function seenClock(column: FragmentSqlToken, reader: Reader): FragmentSqlToken {
  if (allows(reader, 'conviction.read')) return sql.fragment`true`;
  return sql.fragment`${column} !~ ${TELLING_NAME.source}`;
}

/** Codes of the units that are asked only about a known conviction. */
export const tellingUnits = sql.fragment`(
  SELECT code FROM units WHERE kind = ANY (${sql.array([...TELLING_KINDS], 'text')}))`;

/** An array of units without those of which only readers with `conviction.read` may know. */
export function seenUnits(column: FragmentSqlToken, reader: Reader): FragmentSqlToken {
  if (allows(reader, 'conviction.read')) return column;
  return sql.fragment`ARRAY(SELECT asked FROM unnest(${column}) AS asked
    WHERE asked NOT IN ${tellingUnits})`;
}
