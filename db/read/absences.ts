import type { CommonQueryMethods, FragmentSqlToken } from 'slonik';
import * as z from 'zod';
import {
  Absence,
  type AbsencesQuery,
  type ABSENCE_STATES,
  LOOK_AHEAD_DAYS,
} from '../../domain/absence.ts';
import { addDays, type DateText } from '../../domain/instant.ts';
import { sql } from '../sql.ts';

/** Without what depends on the calendar: on which working days nobody covers. */
const AbsenceRow = Absence.omit({ uncoveredDays: true }).extend({
  unit: z.string(),
  /** Days on which the delegate is away too, from and to. */
  delegateAway: z.array(z.tuple([z.string(), z.string()])),
});
export type AbsenceRow = z.infer<typeof AbsenceRow>;

const someone = (of: FragmentSqlToken) => sql.fragment`
  jsonb_build_object('id', ${of}.id, 'displayName', ${of}.display_name, 'title', ${of}.title)`;

const columns = sql.fragment`
  x.id, x.unit, ${someone(sql.fragment`p`)} AS person,
  CASE WHEN d.id IS NOT NULL THEN ${someone(sql.fragment`d`)} END AS delegate,
  x.from_on::text AS "from", x.to_on::text AS "to", x.reason, x.note,
  b.display_name AS "enteredBy", x.entered_at AS "enteredAt", x.cancelled_at AS "cancelledAt",
  (SELECT count(*)::int FROM covers v WHERE v.absent = x.account) AS covered,
  (SELECT count(*)::int FROM claims h WHERE h.holder = x.account)
    + (SELECT count(*)::int FROM request_claims r JOIN verifications v USING (request_id)
       WHERE r.holder = x.account AND v.answered_at IS NULL AND NOT v.withdrawn) AS "onDesk",
  coalesce((SELECT jsonb_agg(jsonb_build_array(y.from_on::text, y.to_on::text)) FROM absences y
    WHERE y.account = x.delegate AND y.cancelled_at IS NULL
      AND y.from_on <= x.to_on AND y.to_on >= x.from_on), '[]') AS "delegateAway"`;

const tables = sql.fragment`
  absences x JOIN accounts p ON p.id = x.account JOIN accounts b ON b.id = x.entered_by
  LEFT JOIN accounts d ON d.id = x.delegate`;

/** Whether somebody is lacking to cover on a day from today on: none, or away too. */
const LACKS_COVER = sql.fragment`(x.delegate IS NULL OR EXISTS (SELECT FROM absences y
  WHERE y.account = x.delegate AND y.cancelled_at IS NULL
    AND y.from_on <= x.to_on AND y.to_on >= x.from_on))`;

/** Whether an absence that was not cancelled reaches into the two weeks that are looked ahead. */
function near(today: DateText): FragmentSqlToken {
  return sql.fragment`x.cancelled_at IS NULL AND x.to_on >= ${today}::date
    AND x.from_on <= ${addDays(today, LOOK_AHEAD_DAYS)}::date`;
}

function inState(state: (typeof ABSENCE_STATES)[number], today: DateText): FragmentSqlToken {
  const stands = sql.fragment`x.cancelled_at IS NULL`;
  switch (state) {
    case 'now':
      return sql.fragment`${stands} AND ${today}::date BETWEEN x.from_on AND x.to_on`;
    case 'ahead':
      return sql.fragment`${stands} AND x.from_on > ${today}::date`;
    case 'uncovered':
      return sql.fragment`${near(today)} AND ${LACKS_COVER}`;
    case 'past':
      return sql.fragment`${stands} AND x.to_on < ${today}::date`;
    case 'cancelled':
      return sql.fragment`x.cancelled_at IS NOT NULL`;
    case 'all':
      return sql.fragment`true`;
  }
}

/** A page of a unit's absences, the next ones first. */
export async function listAbsences(
  db: CommonQueryMethods,
  unit: string,
  { state, person, page, limit }: AbsencesQuery,
  today: DateText,
): Promise<{ rows: readonly AbsenceRow[]; total: number }> {
  const where = sql.fragment`x.unit = ${unit} AND ${inState(state, today)}
    AND (${person ?? null}::uuid IS NULL OR x.account = ${person ?? null}::uuid)`;
  const [rows, total] = await Promise.all([
    db.any(sql.type(AbsenceRow)`
      SELECT ${columns} FROM ${tables} WHERE ${where}
      ORDER BY x.to_on < ${today}::date, x.from_on, x.id LIMIT ${limit} OFFSET ${(page - 1) * limit}
    `),
    db.oneFirst(sql.type(z.object({ count: z.int() }))`
      SELECT count(*)::int AS count FROM absences x WHERE ${where}
    `),
  ]);
  return { rows, total };
}

/** How many absences of a unit reach into the next two weeks. */
export function countNear(db: CommonQueryMethods, unit: string, today: DateText): Promise<number> {
  return db.oneFirst(sql.type(z.object({ count: z.int() }))`
    SELECT count(*)::int AS count FROM absences x WHERE x.unit = ${unit} AND ${near(today)}
  `);
}

/** Absences of the next two weeks that lack cover on some day, of a unit. */
export async function listUncovered(
  db: CommonQueryMethods,
  unit: string,
  today: DateText,
): Promise<readonly AbsenceRow[]> {
  return db.any(sql.type(AbsenceRow)`
    SELECT ${columns} FROM ${tables} WHERE x.unit = ${unit} AND ${inState('uncovered', today)}
  `);
}

/** An absence by its id, or null. */
export function findAbsence(db: CommonQueryMethods, id: string): Promise<AbsenceRow | null> {
  return db.maybeOne(sql.type(AbsenceRow)`SELECT ${columns} FROM ${tables} WHERE x.id = ${id}`);
}

/** Absences that concern somebody and are not over: the own ones, and those covered for. */
export async function listAbsencesOf(
  db: CommonQueryMethods,
  account: string,
  today: DateText,
): Promise<readonly AbsenceRow[]> {
  return db.any(sql.type(AbsenceRow)`
    SELECT ${columns} FROM ${tables}
    WHERE (x.account = ${account}::uuid OR x.delegate = ${account}::uuid)
      AND x.cancelled_at IS NULL AND x.to_on >= ${today}::date
    ORDER BY x.from_on, x.id LIMIT 100
  `);
}

/** Whether somebody is away on any day from one date to another. */
export function isAwayBetween(
  db: CommonQueryMethods,
  { account, from, to }: { account: string; from: DateText; to: DateText },
): Promise<boolean> {
  return db.oneFirst(sql.type(z.object({ away: z.boolean() }))`
    SELECT EXISTS (SELECT FROM absences WHERE account = ${account} AND cancelled_at IS NULL
      AND from_on <= ${to}::date AND to_on >= ${from}::date) AS away
  `);
}

/** Whose desk work for somebody lands on at an instant: the own, the delegate's, or null: the unit's queue. */
export function findDeskFor(
  db: CommonQueryMethods,
  asked: { account: string; caseId: string; role: string; at: string },
): Promise<string | null> {
  return db.oneFirst(sql.type(z.object({ desk: z.string().nullable() }))`
    SELECT desk_for(${asked.account}, ${asked.caseId}, ${asked.role}, ${asked.at}) AS desk
  `);
}
