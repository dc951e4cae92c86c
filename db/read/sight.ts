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

/**
 * Whose queue a case stands in and which units it waits for. Who may not know of convictions is told of no asked unit
 * by name, nor that it asks back: left unnamed beside others that are named, a court would be told of.
 */
export function seenWait(reader: Reader): FragmentSqlToken {
  return allows(reader, 'conviction.read')
    ? sql.fragment`c.queue_role AS "queueRole",
        CASE WHEN ${askedBack} THEN '{}' ELSE c.waiting_for END AS "waitingFor"`
    : sql.fragment`CASE WHEN NOT (${askedBack}) THEN c.queue_role END AS "queueRole",
        CASE WHEN c.step = 'VERIFYING' THEN '{}' ELSE c.waiting_for END AS "waitingFor"`;
}

/** Codes of the units that are asked only about a known conviction. */
export const tellingUnits = sql.fragment`(
  SELECT code FROM units WHERE kind = ANY (${sql.array([...TELLING_KINDS], 'text')}))`;
