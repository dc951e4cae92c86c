import type { CommonQueryMethods, FragmentSqlToken, ListSqlToken } from 'slonik';
import * as z from 'zod';
import {
  DisputeLine,
  type DisputesQuery,
  RulingLine,
  TrackedDispute,
} from '../../domain/dispute.ts';
import type { Reader } from '../../domain/sight.ts';
import { sql } from '../sql.ts';
import { seenClock } from './sight.ts';

const columns = sql.fragment`
  d.id, d.case_id AS "caseId", d.unit, d.kind, d.clock, d.day::text AS day, d.wanted,
  d.missed_at AS "missedAt", d.reason,
  d.raised_as AS "raisedAs", r.display_name AS "raisedByName", d.raised_at AS "raisedAt", d.status,
  j.display_name AS "ruledByName", d.ruled_at AS "ruledAt", d.ruling_reason AS "rulingReason", d.citation,
  k.due_at AS "dueAt", v.expected_due_at AS "expectedDueAt"`;

const tables = sql.fragment`
  disputes d LEFT JOIN accounts r ON r.id = d.raised_by LEFT JOIN accounts j ON j.id = d.ruled_by
  LEFT JOIN case_clocks k ON k.case_id = d.case_id AND k.name = d.clock
  LEFT JOIN deadline_rulings v ON v.dispute = d.id`;

/** Whose disputes and rulings are read, of one unit or of all (null), and by whom. */
export interface Sight {
  unit: string | null;
  reader: Reader;
}

function inSight({ unit, reader }: Sight): FragmentSqlToken {
  const ofUnit = unit === null ? sql.fragment`true` : sql.fragment`d.unit = ${unit}`;
  return sql.fragment`${ofUnit} AND ${seenClock(sql.fragment`d.clock`, reader)}`;
}

/** A page of the disputes that a reader may know of. */
export async function listDisputes(
  db: CommonQueryMethods,
  sight: Sight,
  { status, raisedAs, kind, q, order, page, limit }: DisputesQuery,
): Promise<{ disputes: DisputeLine[]; total: number; open: number }> {
  const scope = inSight(sight);
  const conditions: FragmentSqlToken[] = [scope];
  if (status !== undefined) conditions.push(sql.fragment`d.status = ${status}`);
  if (raisedAs !== undefined) conditions.push(sql.fragment`d.raised_as = ${raisedAs}`);
  if (kind !== undefined) conditions.push(sql.fragment`d.kind = ${kind}`);
  if (q !== undefined && q.trim() !== '')
    conditions.push(sql.fragment`d.case_id = ${q.trim().toUpperCase()}`);
  const where = sql.join(conditions, sql.fragment` AND `);
  const way = order === 'oldest' ? sql.fragment`ASC` : sql.fragment`DESC`;
  const count = (of: FragmentSqlToken | ListSqlToken) =>
    db.oneFirst(sql.type(z.object({ count: z.int() }))`
      SELECT count(*)::int AS count FROM disputes d WHERE ${of}
    `);
  const [disputes, total, open] = await Promise.all([
    db.any(sql.type(DisputeLine)`
      SELECT ${columns} FROM ${tables} WHERE ${where}
      ORDER BY d.raised_at ${way}, d.id LIMIT ${limit} OFFSET ${(page - 1) * limit}
    `),
    count(where),
    count(sql.fragment`${scope} AND d.status = 'OPEN'`),
  ]);
  return { disputes: [...disputes], total, open };
}

/** Disputes of a case that a reader may know of, oldest first. */
export function listDisputesOf(
  db: CommonQueryMethods,
  caseId: string,
  reader: Reader,
): Promise<readonly DisputeLine[]> {
  return db.any(sql.type(DisputeLine)`
    SELECT ${columns} FROM ${tables}
    WHERE d.case_id = ${caseId} AND ${seenClock(sql.fragment`d.clock`, reader)}
    ORDER BY d.raised_at, d.id
  `);
}

const Found = DisputeLine.extend({ raisedBy: z.string().nullable() });

/** A dispute with who raised it, or null. */
export function findDispute(
  db: CommonQueryMethods,
  id: string,
): Promise<z.infer<typeof Found> | null> {
  return db.maybeOne(sql.type(Found)`
    SELECT ${columns}, d.raised_by AS "raisedBy" FROM ${tables} WHERE d.id = ${id}
  `);
}

/** Contests and complaints of a case by its applicant, oldest first. */
export function listTrackedDisputes(
  db: CommonQueryMethods,
  caseId: string,
): Promise<readonly z.infer<typeof TrackedDispute>[]> {
  return db.any(sql.type(TrackedDispute)`
    SELECT kind, raised_at AS "raisedAt", day::text AS day, missed_at AS "missedAt", status, ruled_at AS "ruledAt",
      ruling_reason AS "rulingReason"
    FROM disputes WHERE case_id = ${caseId} AND raised_as = 'APPLICANT' ORDER BY raised_at, id
  `);
}

/**
 * The rulings that a reader may know of, or all of them (null, for checks without a reader), as vectors,
 * oldest first: what the engines are held against.
 */
export function listRulings(
  db: CommonQueryMethods,
  sight: Sight | null,
): Promise<readonly RulingLine[]> {
  return db.any(sql.type(RulingLine)`
    SELECT v.dispute AS id, d.case_id AS "caseId", d.clock, v.starts_at AS "startsAt", v.amount, v.unit,
      v.calendar_version AS "calendarVersion", v.calendar_overlay AS "calendarOverlay", v.standstills, v.day::text AS day, v.day_class AS "dayClass",
      v.expected_due_at AS "expectedDueAt", v.citation, v.at
    FROM deadline_rulings v JOIN disputes d ON d.id = v.dispute
    WHERE ${sight === null ? sql.fragment`true` : inSight(sight)} ORDER BY v.at, v.dispute
  `);
}
