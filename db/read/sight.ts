import type { FragmentSqlToken } from 'slonik';
import { TELLING_KINDS } from '../../domain/flow/verification.ts';
import { CASE_KINDS } from '../../domain/flow/flow.ts';
import { allows, seesPerson } from '../../domain/permission.ts';
import { type Reader, TELLING_NAME } from '../../domain/sight.ts';
import { sql } from '../sql.ts';

/** Condition that a reader may know of the clock, the question or the message about it that a column names. */
export function seenClock(column: FragmentSqlToken, reader: Reader): FragmentSqlToken {
  if (allows(reader, 'conviction.read')) return sql.fragment`true`;
  return sql.fragment`${column} !~ ${TELLING_NAME.source}`;
}

/** Condition that a reader may know whom a case `c` is about. */
export function seenPerson(reader: Reader): FragmentSqlToken {
  const hidden = CASE_KINDS.filter((kind) => !seesPerson(reader, kind));
  return hidden.length === 0
    ? sql.fragment`true`
    : sql.fragment`c.kind <> ALL (${sql.array(hidden, 'text')})`;
}

/** A case that waits outside for units that all ask back who is meant: it is its officer's turn. */
export const askedBack = sql.fragment`c.step = 'VERIFYING' AND c.queue_role = 'LLTP_OFFICER'`;

/** Whose queue a case stands in and which units it waits for; being asked back tells of a conviction too. */
export function seenWait(reader: Reader): FragmentSqlToken {
  const units = seenUnits(sql.fragment`c.waiting_for`, reader);
  return allows(reader, 'conviction.read')
    ? sql.fragment`c.queue_role AS "queueRole",
        CASE WHEN ${askedBack} THEN '{}' ELSE ${units} END AS "waitingFor"`
    : sql.fragment`CASE WHEN NOT (${askedBack}) THEN c.queue_role END AS "queueRole", ${units} AS "waitingFor"`;
}

/** Codes of the units that are asked only about a known conviction. */
export const tellingUnits = sql.fragment`(
  SELECT code FROM units WHERE kind = ANY (${sql.array([...TELLING_KINDS], 'text')}))`;

/** An array of units without those of which only readers with `conviction.read` may know. */
function seenUnits(column: FragmentSqlToken, reader: Reader): FragmentSqlToken {
  if (allows(reader, 'conviction.read')) return column;
  return sql.fragment`ARRAY(SELECT asked FROM unnest(${column}) AS asked
    WHERE asked NOT IN ${tellingUnits})`;
}
